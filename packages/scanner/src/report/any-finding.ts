import {
  grades,
  type Hour,
  type Identity,
  type Instant,
  instantOfSeconds,
  parseSource,
  type Source,
} from '@redalert/core'
import fc from 'fast-check'
import type { Finding, Row } from '../finding.ts'

/** An object as programs write it, with the prototype of all objects. */
function record<Fields extends object>(fields: {
  [Name in keyof Fields]: fc.Arbitrary<Fields[Name]>
}): fc.Arbitrary<Fields>
function record<Fields extends object, Needed extends keyof Fields>(
  fields: { [Name in keyof Fields]: fc.Arbitrary<Fields[Name]> },
  requiredKeys: Needed[],
): fc.Arbitrary<Partial<Fields> & Pick<Fields, Needed>>
function record(fields: Record<string, fc.Arbitrary<unknown>>, requiredKeys = Object.keys(fields)) {
  return fc.record(fields, { requiredKeys, noNullPrototype: true })
}

/** Texts of one character per byte: any bytes, bytes that are UTF-8, and bytes that almost are. */
export const anyBytes = fc.oneof(
  fc.uint8Array().map(bytes => Buffer.from(bytes).toString('latin1')),
  fc.string({ unit: 'binary' }).map(text => Buffer.from(text, 'utf8').toString('latin1')),
  fc
    .tuple(
      fc.string({ unit: 'grapheme' }),
      fc.constantFrom('\xc3', '\x9b[2J', '\xed\xa0\x80', '\xef\xbb\xbf', '\x1b]0;'),
    )
    .map(([text, tail]) => Buffer.from(text, 'utf8').toString('latin1') + tail),
)

/** Texts as a file's name or a sensor may be: anything, halves of pairs too. */
const anyText = fc.oneof(
  fc.string(),
  fc.string({ unit: 'binary' }),
  fc.constantFrom('\u202egol.ssecca', '\ud800', '=1+1', 'a,"b"\r\n'),
)
const count = fc.nat()
const instant = fc
  .integer({ min: 0, max: 4_000_000_000 })
  .map(seconds => instantOfSeconds(seconds) as Instant)
const identity = fc
  .bigInt({ min: 0n, max: 2n ** 64n - 1n })
  .map(bits => bits.toString(16).padStart(16, '0') as Identity)
const source = fc
  .oneof(fc.ipV4(), fc.ipV6(), fc.domain())
  .map(text => parseSource(text) ?? (parseSource('192.0.2.7') as Source))
const clock = fc.constantFrom('known', 'assumed')
const evidence = record({ at: instant, text: anyBytes, file: anyText, line: count }, ['at', 'text'])
const first = record({ first: instant, last: instant }, [])

const cell = record({
  sensor: anyText,
  source,
  mark: fc.constantFrom('nimda-c', 'codered-n-run~cut'),
  hour: instant.map(moment => moment.slice(0, 13) as Hour),
  clock,
  identities: fc.array(identity),
  first: instant,
  last: instant,
  evidence: fc.array(evidence, { maxLength: 2 }),
  payloadHosts: fc.array(anyBytes, { maxLength: 3 }),
  ownPayload: fc.boolean(),
})

/** Any row, whether or not a log could hold it. */
export const anyRow: fc.Arbitrary<Row> = record({
  kind: fc.constant('sighting'),
  source,
  family: fc.constantFrom('nimda', 'codered-n'),
  hole: fc.constantFrom('CVE-2000-0884', 'CVE-2001-0500'),
  grade: fc.constantFrom(...grades),
  reason: anyText,
  setApart: fc.constantFrom(null, 'mine', 'scanner', 'proxy', 'name'),
  clock,
  first: instant,
  last: instant,
  requests: record({ count, exact: fc.boolean() }),
  cells: fc.array(cell, { maxLength: 3 }),
  lines: count,
  files: fc.array(anyText),
  evidence: fc.array(evidence, { maxLength: 2 }),
})

/** Any finding, of every kind. */
export const anyFinding: fc.Arbitrary<Finding> = fc.oneof(
  anyRow,
  record({
    kind: fc.constant('redalert'),
    schema: fc.constant(1),
    sensor: anyText,
    zone: fc.option(anyText),
    signatures: anyText,
  }),
  record({ kind: fc.constant('payload-host'), host: anyBytes, sources: fc.array(source) }),
  record({ kind: fc.constant('answered'), file: anyText, line: count, text: anyBytes }),
  record({ kind: fc.constant('unread'), file: anyText, line: count, reason: anyText }),
  record({
    kind: fc.constantFrom('fault', 'remark'),
    code: anyText,
    file: anyText,
    message: anyText,
  }),
  record({
    kind: fc.constant('coverage'),
    sensor: anyText,
    hours: fc.dictionary(
      instant.map(moment => moment.slice(0, 13)),
      count,
      { noNullPrototype: true },
    ),
    listens: fc.option(fc.array(anyText)),
    signatures: anyText,
  }),
  record({
    kind: fc.constant('summary'),
    files: count,
    lines: count,
    matched: count,
    other: count,
    unread: count,
    skipped: count,
    bytes: count,
    seconds: fc.double({ min: 0, max: 1e6, noNaN: true }).map(seconds => seconds + 0),
  }).chain(summary => first.map(times => ({ ...summary, ...times }))),
) as fc.Arbitrary<Finding>
