import { deepEqual, equal, ok } from 'node:assert/strict'
import { test } from 'node:test'
import type { Instant } from '@redalert/core'
import { type AnswerQuestion, mayAnswer } from './may-answer.ts'

const now = '2026-11-25T12:00:00Z' as Instant
const person: AnswerQuestion = {
  headers: new Map([['from', ['Somebody <owner@example.org>']]]),
  envelopeFrom: 'owner@example.org',
  ourDomains: new Set(['notices.example.org']),
  answered: [],
  now,
}

test('a person is answered, and not twice in a day', () => {
  deepEqual(mayAnswer(person), { may: true })
  const recently = mayAnswer({ ...person, answered: ['2026-11-24T12:00:01Z' as Instant] })
  deepEqual(recently, { may: false, because: 'answered-already' })
  ok(mayAnswer({ ...person, answered: ['2026-11-24T12:00:00Z' as Instant] }).may)
})

test('nobody, a program and ourselves are never answered', () => {
  equal(mayAnswer({ ...person, envelopeFrom: '' }).may, false)
  equal(mayAnswer({ ...person, envelopeFrom: 'Case@Notices.Example.org' }).may, false)
  for (const [name, value] of [
    ['auto-submitted', 'auto-generated'],
    ['precedence', 'bulk'],
    ['list-id', '<list.example.org>'],
    ['x-loop', 'redalert'],
    ['x-redalert-case', 'RA-2026-000123'],
    ['content-type', 'multipart/report; boundary=b'],
  ] as const) {
    const headers = new Map([...person.headers, [name, [value]] as const])
    equal(mayAnswer({ ...person, headers }).may, false, name)
  }
})

/** A mail as the other side gets it. */
type Sent = { readonly from: string; readonly headers: ReadonlyMap<string, readonly string[]> }

/** An instance that answers whatever it may, a second later. */
function instance(domain: string, other: string) {
  const answered: Instant[] = []
  return (mail: Sent, at: Instant): Sent | undefined => {
    const { may } = mayAnswer({
      headers: mail.headers,
      envelopeFrom: mail.from,
      ourDomains: new Set([domain]),
      answered: mail.from.endsWith(other) ? answered : [],
      now: at,
    })
    if (!may) return undefined
    answered.push(at)
    const headers = new Map([
      ['from', [`Redalert <notify@${domain}>`]],
      ['auto-submitted', ['auto-replied']],
      ['x-loop', ['redalert']],
    ])
    return { from: `notify@${domain}`, headers }
  }
}

/** How many answers go to and fro after one mail, when a gateway does this to each. */
function exchange(through: (mail: Sent) => Sent): number {
  const [a, b] = ['a.example.org', 'b.example.org'] as const
  const sides = [instance(b, a), instance(a, b)]
  let mail: Sent | undefined = { from: `notify@${a}`, headers: new Map() }
  let answers = 0
  for (let turn = 0; turn < 100 && mail; turn++) {
    const at = `2026-11-25T12:00:${String(turn % 60).padStart(2, '0')}Z` as Instant
    mail = sides[turn % 2]!(through(mail), at)
    if (mail) answers++
  }
  return answers
}

test('two instances that are wired to each other fall silent', () => {
  equal(
    exchange(mail => mail),
    1,
  )
  const stripped = exchange(({ from }) => ({ from, headers: new Map() }))
  ok(stripped <= 2, `${stripped} answers went to and fro`)
  const nameless = exchange(({ headers }) => ({ from: '', headers }))
  equal(nameless, 0)
})
