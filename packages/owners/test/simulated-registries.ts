import type { Address } from '@redalert/core'
import type { Clue } from '../src/model/clue.ts'
import type { Found, Question } from '../src/model/found.ts'
import { makeHolding } from '../src/model/make-holding.ts'
import type { OwnerSource } from '../src/sources/owner-source.ts'
import type { Range } from '../src/ranges/range.ts'

/** A network of a registry that exists in memory alone. */
export type SimulatedNetwork = {
  readonly range: Range
  readonly registry: string
  readonly mailbox?: string
  readonly status?: string
  readonly country?: string
  readonly asns?: readonly number[]
}

/** A source that asks registries in memory, and counts. */
export function simulatedSource(
  name: 'rdap' | 'whois',
  {
    find,
    registryOf,
    sleep,
  }: {
    /** The network that a registry would answer with, or another answer. */
    readonly find: (address: Address) => SimulatedNetwork | Found | undefined
    readonly registryOf: (address: Address) => string | undefined
    /** How long an answer takes. */
    readonly sleep?: () => Promise<void>
  },
): OwnerSource & { readonly asked: readonly Address[] } {
  const asked: Address[] = []
  return {
    name,
    asked,
    plan({ address, known, leg, spent }: Question) {
      const isDone = spent === true || known?.settled === true || (known?.source === name && !leg)
      const registry = isDone ? undefined : (leg?.registry ?? registryOf(address))
      return registry === undefined ? { kind: 'pass' } : { kind: 'registry', registry }
    },
    async find({ address }) {
      asked.push(address)
      await sleep?.()
      const found = find(address)
      if (found === undefined) return { kind: 'nothing', reason: 'no network', asked: true }
      if ('kind' in found) return found
      const { mailbox, ...network } = found
      const clue = (box: string): Clue => ({
        mailbox: box,
        source: name,
        roles: ['abuse'],
        path: 'network',
      })
      const holding = makeHolding(
        { source: name, ...network, clues: mailbox === undefined ? [] : [clue(mailbox)] },
        { asked: address, settled: name === 'whois' },
      )
      return { kind: 'holding', holding, certainty: 'certain' }
    },
  }
}
