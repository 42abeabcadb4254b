import { deepEqual, equal, ok } from 'node:assert/strict'
import { test } from 'node:test'
import type { Address } from '@redalert/core'
import type { Question } from '../model/found.ts'
import { holds } from '../ranges/range.ts'
import type { OwnerSource } from './owner-source.ts'

/** A source as a test sets it up. */
export type SourceUnderTest = {
  readonly source: OwnerSource
  /** Addresses of which it knows, and the mailbox that it must name. */
  readonly knows: readonly (readonly [address: string, mailbox: string])[]
  readonly knowsNot: readonly string[]
  /** What sources before it would have said. */
  readonly ask?: (address: Address) => Partial<Question>
  /** How many questions left this machine. */
  readonly questions?: () => number
}

/** What every source of owners must hold, whatever lies behind it. */
export function sourceContract(label: string, make: () => Promise<SourceUnderTest>): void {
  const question = ({ ask }: SourceUnderTest, address: string): Question => ({
    address: address as Address,
    ...ask?.(address as Address),
  })

  test(`${label}: names whom it knows, for a range that holds the address`, async () => {
    const made = await make()
    ok(made.knows.length > 0)
    for (const [address, mailbox] of made.knows) {
      const found = await made.source.find(question(made, address))
      ok(found.kind === 'holding', `${address}: ${JSON.stringify(found)}`)
      ok(holds(found.holding.range, address as Address), `${address} lies outside the answer`)
      equal(found.holding.clues[0]?.mailbox, mailbox)
    }
  })

  test(`${label}: says that it knows nothing where it knows nothing`, async () => {
    const made = await make()
    ok(made.knowsNot.length > 0)
    for (const address of made.knowsNot) {
      const asked = question(made, address)
      if (made.source.plan(asked).kind === 'pass') continue
      equal((await made.source.find(asked)).kind, 'nothing', address)
    }
  })

  test(`${label}: a question that is asked again is answered the same, and is plain data`, async () => {
    const made = await make()
    for (const [address] of made.knows) {
      const first = await made.source.find(question(made, address))
      deepEqual(await made.source.find(question(made, address)), first)
      deepEqual(JSON.parse(JSON.stringify(first)), first)
    }
  })

  test(`${label}: every clue says from which source it is`, async () => {
    const made = await make()
    for (const [address] of made.knows) {
      const found = await made.source.find(question(made, address))
      ok(found.kind === 'holding')
      const names = found.holding.clues.map(({ source }) => source)
      // The cache gives back what another source has said.
      if (made.source.name !== 'cache') deepEqual(new Set(names), new Set([made.source.name]))
    }
  })

  test(`${label}: whoever asks nobody outside plans no registry's turn, and the other way round`, async () => {
    const made = await make()
    for (const [address] of made.knows) {
      const before = made.questions?.() ?? 0
      const plan = made.source.plan(question(made, address))
      equal(made.questions?.() ?? 0, before, 'planning asked a question')
      await made.source.find(question(made, address))
      const asked = (made.questions?.() ?? 0) > before
      equal(plan.kind === 'registry', asked, `the plan was ${plan.kind}`)
    }
  })
}
