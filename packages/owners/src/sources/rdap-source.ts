import type { Found, Question } from '../model/found.ts'
import type { Holding } from '../model/holding.ts'
import { askRdap, type RdapParts } from '../rdap/ask-rdap.ts'
import { handlesOf, readAnswer } from '../rdap/read-answer.ts'
import { nationalRegistry } from '../registries/national-registry.ts'
import type { Registry } from '../registries/registry.ts'
import type { OwnerSource } from './owner-source.ts'
import type { Where } from './where.ts'

/** The registries, asked in RDAP. */
export function rdapSource(parts: RdapParts & { readonly where: Where }): OwnerSource {
  const named = (name: string | undefined) =>
    parts.registries.find(one => one.name === name && one.rdap !== undefined)
  const target = ({ address, leg }: Question): Registry | undefined =>
    named(leg ? leg.registry : parts.where(address))
  return {
    name: 'rdap',
    plan(question) {
      const registry = isSettled(question) ? undefined : target(question)
      return registry ? { kind: 'registry', registry: registry.name } : { kind: 'pass' }
    },
    async find(question) {
      const { address, leg, signal } = question
      const registry = target(question)
      if (!registry?.rdap) return { kind: 'nothing', reason: 'no registry is known for it' }
      const url = leg?.url ?? pageOf(registry, address)
      const answer = await askRdap(
        { registry: registry.name, url, hops: leg?.hops ?? 0 },
        parts,
        signal,
      )
      if (answer.kind !== 'json') return answer
      const found = readAnswer(answer.value, { asked: address, registry: registry.name })
      return found.kind === 'holding' ? onward(found.holding, answer.value, leg?.hops ?? 0) : found
    },
  }

  /** Where a regional registry names only the national one, that one is asked. */
  function onward(holding: Holding, value: unknown, hops: number): Found {
    const national = named(nationalRegistry(handlesOf(value)))
    const [address] = holding.asked
    const isThere = national?.name === holding.registry || hops >= parts.limits.hops
    if (!national || isThere || !address) return { kind: 'holding', holding, certainty: 'certain' }
    const leg = { registry: national.name, url: pageOf(national, address), hops: hops + 1 }
    return { kind: 'elsewhere', leg, known: holding }
  }
}

function pageOf({ rdap = '' }: Registry, address: string): string {
  return `${rdap}ip/${address}`
}

/** Asked already, by us just now or not long ago, unless we were sent on. */
function isSettled({ known, leg, spent }: Question): boolean {
  return spent === true || known?.settled === true || (known?.source === 'rdap' && !leg)
}
