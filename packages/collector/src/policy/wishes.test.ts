import { deepEqual } from 'node:assert/strict'
import { test } from 'node:test'
import type { Wishes } from '../wishes/wishes.ts'
import { noWishes } from '../wishes/wishes.ts'
import { day, letters, parts, planAt, seen, told } from './any-policy.ts'

const owner = 'abuse@owner.example.org'

/** What the owner wishes; others wish nothing. */
function wishing(wishes: Partial<Wishes>) {
  return {
    wishesOf: (contact: string): Wishes =>
      contact === owner ? { ...noWishes, ...wishes } : noWishes,
  }
}

test('whoever wants a letter once a week gets none sooner, and their first one at once', () => {
  const weekly = wishing({ rhythm: 'weekly' })
  deepEqual(letters(planAt(2, [seen(0)], weekly)), [`${owner} first`])
  const more = [seen(0), told(1), seen(80, { number: 2 })]
  deepEqual(letters(planAt(4 * day, more)), [`${owner} more`])
  deepEqual(letters(planAt(4 * day, more, weekly)), [])
  deepEqual(letters(planAt(7 * day, more, weekly)), [])
  deepEqual(letters(planAt(7 * day + 1, more, weekly)), [`${owner} more`])
  deepEqual(planAt(7 * day + 1, more, weekly).mails[0]?.wishes?.rhythm, 'weekly')
})

const goesOn = [seen(0), told(1), seen(4 * day), told(6 * day), seen(14 * day)]
const pool = (but: readonly string[] = [], all = true) =>
  wishing({ pool: { all, but: but as Wishes['pool']['but'] } })

test('that an address of a pool goes on is told to nobody above without a person, and its owner is reminded as ever', () => {
  deepEqual(letters(planAt(6 * day, goesOn.slice(0, 3), pool())), [`${owner} reminder`])
  const policy = { approve_above: false }
  const among = (more: object) => ({ ...more, ...withPolicy(policy) })
  deepEqual(letters(planAt(15 * day, goesOn, among({}))), ['abuse@above.example.net escalation'])
  deepEqual(letters(planAt(15 * day, goesOn, among(pool()))), [
    'abuse@above.example.net escalation pool',
  ])
  deepEqual(letters(planAt(15 * day, goesOn, among(pool(['192.0.2.1'])))), [
    'abuse@above.example.net escalation',
  ])
  deepEqual(letters(planAt(15 * day, goesOn, among(pool(['192.0.2.1'], false)))), [
    'abuse@above.example.net escalation pool',
  ])
})

function withPolicy(more: object) {
  return { policy: { ...parts.policy, ...more } }
}
