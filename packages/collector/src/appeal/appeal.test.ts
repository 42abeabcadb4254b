import { deepEqual, equal, ok } from 'node:assert/strict'
import { test } from 'node:test'
import {
  type Appeal,
  type AppealReading,
  appealSchema,
  type Hour,
  type Instant,
  readAppeal,
  type Signature,
  signatures,
} from '@redalert/core'
import fc from 'fast-check'
import Schema from 'typebox/schema'
import type { AppealDraft } from './appeal-draft.ts'
import { newAppealKey, readAppealKey } from './appeal-key.ts'
import { appealProgress } from './appeal-progress.ts'
import { appealLanguages } from './appeal-texts.ts'
import { newAppeal } from './new-appeal.ts'
import { signAppeal } from './sign-appeal.ts'
import { verifySignature } from './verify-signature.ts'

const now = '2001-07-20T08:00:00Z' as Instant
const key = readAppealKey(newAppealKey())!
const other = readAppealKey(newAppealKey())!
const draft: AppealDraft = {
  id: 'code-red-july',
  collector: 'The example collector',
  contact: 'operator@example.org',
  from: '2001-07-19T00:00:00Z' as Instant,
  until: '2001-07-21T00:00:00Z' as Instant,
  deadline: '2001-07-27T12:00:00Z' as Instant,
  families: ['codered-n'],
  signatures: [],
  to: { url: 'https://collector.example.org/api/v1/submissions', mail: 'redalert@example.org' },
  texts: [],
}

function made(given: Partial<AppealDraft> = {}): Appeal {
  const result = newAppeal({ ...draft, ...given }, now, key)
  ok(result.kind === 'appeal', result.kind === 'refused' ? result.because : '')
  return result.appeal
}
const read = (text: string, keys = [key.key], at = now): AppealReading =>
  readAppeal(text, { keys, now: at, verify: verifySignature })

test('an appeal reads back as it was made', () => {
  const appeal = made()
  deepEqual(read(JSON.stringify(appeal)), { kind: 'appeal', appeal, isOver: false })
})

test('however its JSON is laid out', () => {
  const appeal = made()
  const turned = Object.fromEntries(Object.entries(appeal).toReversed())
  deepEqual(read(JSON.stringify(turned, null, 2)), { kind: 'appeal', appeal, isOver: false })
})

test('the same appeal has the same signature', () => equal(made().signature, made().signature))

test('a new family goes out whole, and comes in whole', () => {
  const family = { ...signatures[0]!, id: 'newest', name: 'The newest' } as Signature
  const appeal = made({ families: [], signatures: [family] })
  const reading = read(JSON.stringify(appeal))
  ok(reading.kind === 'appeal')
  deepEqual(reading.appeal.signatures, [family])
  ok(appeal.texts.every(({ title }) => title.includes('The newest')))
})

test('after its deadline it is over, and still an appeal', () => {
  const text = JSON.stringify(made())
  const at = (instant: string) => read(text, [key.key], instant as Instant)
  deepEqual(
    ['2001-07-27T12:00:00Z', '2001-07-27T12:00:01Z'].map(instant => {
      const reading = at(instant)
      return reading.kind === 'appeal' && reading.isOver
    }),
    [false, true],
  )
})

test('of a key that nobody knows a person must judge', () => {
  const appeal = made()
  deepEqual(read(JSON.stringify(appeal), []), { kind: 'unknown-key', appeal, key: key.key })
  equal(read(JSON.stringify(appeal), [other.key]).kind, 'unknown-key')
})

test('one that somebody else signed is not by the key that is known', () => {
  const { key: _, signature, ...unsigned } = made()
  equal(read(JSON.stringify(signAppeal(unsigned, other))).kind, 'unknown-key')
  equal(read(JSON.stringify({ ...unsigned, key: other.key, signature })).kind, 'refused')
  equal(read(JSON.stringify({ ...signAppeal(unsigned, other), key: key.key })).kind, 'refused')
})

/** Every place in a value where a text or a number stands. */
function places(
  value: unknown,
  path: readonly (string | number)[] = [],
): readonly (readonly (string | number)[])[] {
  if (typeof value !== 'object' || value === null) return [path]
  return Object.entries(value).flatMap(([name, part]) => places(part, [...path, name]))
}

/** A value with another one at a place. */
function altered(
  value: unknown,
  [name, ...rest]: readonly (string | number)[],
  change: (part: unknown) => unknown,
): unknown {
  if (name === undefined) return change(value)
  const copy = (Array.isArray(value) ? [...value] : { ...(value as object) }) as Record<
    string,
    unknown
  >
  copy[name] = altered(copy[name], rest, change)
  return copy
}

const long = made({ families: ['nimda'], signatures: [{ ...signatures[0]!, id: 'newest' }] })

test('an appeal that is altered anywhere is refused', () => {
  const all = places(long)
  ok(all.length > 60)
  for (const place of all) {
    const changed = altered(long, place, part => {
      if (typeof part === 'number') return part + 1
      return typeof part === 'string' ? `${part}x` : 'x'
    })
    equal(read(JSON.stringify(changed)).kind, 'refused', place.join('.'))
  }
})

test('one from which something is left out, or to which something is added, is refused', () => {
  for (const name of Object.keys(long)) {
    const { [name as keyof Appeal]: _, ...less } = long
    equal(read(JSON.stringify(less)).kind, 'refused', name)
  }
  equal(read(JSON.stringify({ ...long, more: 1 })).kind, 'refused')
  const texts = [...long.texts, long.texts[0]]
  equal(read(JSON.stringify({ ...long, texts })).kind, 'refused')
  equal(read(JSON.stringify({ ...long, texts: long.texts.toReversed() })).kind, 'refused')
})

test('a signature with any bit changed is refused', () => {
  const bytes = Buffer.from(long.signature, 'base64url')
  for (let bit = 0; bit < 512; bit++) {
    const flipped = Buffer.from(bytes)
    flipped[bit >> 3]! ^= 1 << (bit & 7)
    const signature = flipped.toString('base64url')
    equal(read(JSON.stringify({ ...long, signature })).kind, 'refused', `bit ${bit}`)
  }
})

test('whatever is no appeal is refused, and breaks nothing', () => {
  const deep = `${'['.repeat(400_000)}${']'.repeat(400_000)}`
  const nested = JSON.stringify(long).replace(
    '"signatures":[',
    `"signatures":[{"a":${'[['.repeat(1000)}${']]'.repeat(1000)}},`,
  )
  for (const text of [
    '',
    'null',
    '[]',
    '{}',
    '"appeal"',
    'appeal',
    deep,
    nested,
    ' '.repeat(1_000_001),
  ])
    equal(read(text).kind, 'refused', text.slice(0, 40))
  fc.assert(
    fc.property(fc.json(), text => {
      equal(read(text).kind, 'refused')
    }),
  )
})

test('a text may hold anything that a text can hold', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', minLength: 1, maxLength: 200 }), title => {
      const appeal = made({ texts: [{ language: 'en', title, text: `\ud800 ${title}` }] })
      deepEqual(read(JSON.stringify(appeal)), { kind: 'appeal', appeal, isOver: false })
    }),
  )
})

test('an appeal has the schema', () => {
  const schema = Schema.Compile(appealSchema)
  for (const appeal of [made(), long]) deepEqual(schema.Errors(appeal)[1], [])
  equal(schema.Check({ ...long, more: 1 }), false)
  equal(schema.Check({ ...long, texts: [] }), false)
})

const refused: readonly (readonly [what: string, given: Partial<AppealDraft>, because: RegExp])[] =
  [
    ['looks for nothing', { families: [] }, /looks for nothing/],
    ['looks for what nobody knows', { families: ['no-such'] }, /nobody knows/],
    ['ends before it begins', { until: draft.from }, /end before they begin/],
    ['asks for a year', { until: '2002-07-19T00:00:00Z' as Instant }, /more than 62 days/],
    ['is over', { deadline: now }, /deadline has passed/],
    ['says not where to', { to: { url: null, mail: null } }, /its to must/],
    [
      'goes over an open line',
      { to: { url: 'http://collector.example.org/', mail: null } },
      /its to must/,
    ],
    [
      'goes to a place with a password',
      { to: { url: 'https://a:b@collector.example.org/', mail: null } },
      /its to must/,
    ],
    [
      'goes to more than one',
      { to: { url: null, mail: 'a@example.org, b@example.org' } },
      /its to must/,
    ],
    ['has a name with a path in it', { id: '../x' }, /its id must/],
    [
      'has a text of no language',
      { texts: [{ language: 'EN?', title: 'x', text: 'x' }] },
      /its texts must/,
    ],
    ['has no day that there is', { from: '2001-02-30T00:00:00Z' as Instant }, /its from must/],
  ]
for (const [what, given, because] of refused) {
  test(`no appeal is made that ${what}`, () => {
    const result = newAppeal({ ...draft, ...given }, now, key)
    ok(result.kind === 'refused')
    ok(because.test(result.because), result.because)
  })
}

for (const language of appealLanguages) {
  test(`${language.tag}: the text says what, of whom, of when, until when and where to`, () => {
    const { title, text } = made().texts.find(each => each.language === language.tag)!
    for (const part of ['Code Red', '2001-07-19', '2001-07-20']) ok(title.includes(part), title)
    for (const part of [
      'The example collector',
      'Code Red',
      '2001-07-19',
      '2001-07-20',
      '2001-07-27 12:00 UTC',
      'https://collector.example.org/api/v1/submissions',
      'redalert@example.org',
    ])
      ok(text.includes(part), `${part} is missing: ${text}`)
    ok(!text.includes('2001-07-21'), 'the last day is the one before the end')
  })
}

test("the operator's own text stands in place of ours", () => {
  const own = { language: 'nl', title: 'Help', text: 'Alstublieft.' }
  const { texts } = made({ texts: [own] })
  deepEqual(
    texts.filter(({ language }) => language === 'nl'),
    [own],
  )
  equal(texts.length, appealLanguages.length)
})

test('a key that is none is none', () => {
  equal(readAppealKey(''), undefined)
  equal(readAppealKey('-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n'), undefined)
})

const coverage = (sensor: string, hours: Record<string, number>) => ({
  sensor,
  hours: hours as Record<Hour, number>,
  listens: null,
  signatures: '1',
})

test('progress counts sensors once, and only in the hours that were asked for', () => {
  const window = {
    from: '2001-07-19T00:00:00Z' as Instant,
    until: '2001-07-19T02:00:00Z' as Instant,
  }
  const progress = appealProgress(window, [
    {
      submitter: 'a',
      credit: 'Ann',
      coverage: [coverage('s', { '2001-07-19T00': 10, '2001-07-19T02': 99 })],
    },
    {
      submitter: 'a',
      credit: 'Ann',
      coverage: [coverage('s', { '2001-07-19T00': 7, '2001-07-19T01': 5 })],
    },
    { submitter: 'b', credit: null, coverage: [coverage('s', { '2001-07-19T01': 1 })] },
  ])
  deepEqual(progress, {
    submitters: 2,
    sensors: 2,
    lines: 16,
    hours: [
      { hour: '2001-07-19T00', sensors: 1, lines: 10 },
      { hour: '2001-07-19T01', sensors: 2, lines: 6 },
    ],
    thanks: ['Ann'],
  })
})
