import { deepEqual, equal, ok } from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { anyCaseEvent, at } from '../book/any-event.ts'
import { type Case, caseStates } from './case.ts'
import type { CaseEvent, CaseHappening } from './case-event.ts'
import { stepCase } from './step-case.ts'

const contact = 'abuse@example.org'
const events = fc.array(anyCaseEvent)

function after(...happenings: readonly CaseHappening[]): Case {
  return happenings.reduce<Case | undefined>(
    (now, happening, index) => stepCase(now, { contact, at: at(index), ...happening }),
    undefined,
  )!
}
const opened = { kind: 'opened', name: 'RA-2026-000001' } as const
const mailed = (number: number) =>
  ({
    kind: 'mailed',
    messageId: `<${number}@example.org>`,
    subject: 'a subject',
    rung: 'owner',
    hosts: 1,
  }) as const

test('whoever opted out is left alone, whatever comes', () => {
  fc.assert(
    fc.property(events, events, (before, later) => {
      const start = stepCase(undefined, { contact, at: at(0), ...opened })
      const left = stepCase(before.reduce<Case | undefined>(stepCase, start), {
        contact,
        at: at(9),
        kind: 'opted-out',
      })
      equal(left?.state, 'opted-out')
      equal(later.reduce<Case | undefined>(stepCase, left), left)
    }),
  )
})

test('every state is reached by some way', () => {
  const reached = new Set<string>()
  const ways = fc.sample(fc.array(anyCaseEvent, { minLength: 1, maxLength: 8 }), {
    numRuns: 2000,
    seed: 7,
  })
  for (const way of ways) {
    let now: Case | undefined
    for (const event of [{ contact, at: at(0), ...opened }, ...way]) {
      now = stepCase(now, event)
      if (now) reached.add(now.state)
    }
  }
  deepEqual([...reached].toSorted(), [...caseStates].toSorted())
})

test('what happens twice at one moment happens once', () => {
  fc.assert(
    fc.property(events, anyCaseEvent, (before, event) => {
      const start = before.reduce<Case | undefined>(stepCase, undefined)
      const once = stepCase(start, event)
      deepEqual(stepCase(once, event), once)
    }),
  )
})

test('a case that was never opened is none', () => {
  fc.assert(
    fc.property(anyCaseEvent, event => {
      ok(event.kind === 'opened' || stepCase(undefined, event) === undefined)
    }),
  )
})

test('a letter with the same Message-ID counts once', () => {
  equal(after(opened, mailed(1), mailed(1), mailed(2)).mails.length, 2)
})

test('a mailbox that is not there makes a case undeliverable, and mail that comes from it ends that', () => {
  equal(after(opened, mailed(1), { kind: 'bounced', how: 'hard' }).state, 'undeliverable')
  equal(
    after(opened, mailed(1), { kind: 'bounced', how: 'hard' }, { kind: 'reached' }).state,
    'told',
  )
})

test('a full mailbox is given up after three delays in two weeks, and not after three in two months', () => {
  const soft = (hours: number): CaseEvent => ({
    contact,
    at: at(hours),
    kind: 'bounced',
    how: 'soft',
  })
  const told = after(opened, mailed(1))
  const run = (...delays: readonly number[]) =>
    delays.map(soft).reduce<Case | undefined>(stepCase, told)?.state
  equal(run(1, 25, 49), 'undeliverable')
  equal(run(1, 1, 25), 'told')
  equal(run(1, 25 * 24, 50 * 24), 'told')
})

test('a mail that was refused for what we are says nothing of the mailbox', () => {
  equal(after(opened, mailed(1), { kind: 'bounced', how: 'policy' }).state, 'told')
})

test('a closed case is opened again under its name, with its letters', () => {
  const again = after(opened, mailed(1), { kind: 'closed' }, { kind: 'reopened' })
  equal(again.state, 'told')
  equal(again.name, 'RA-2026-000001')
  equal(again.mails.length, 1)
})
