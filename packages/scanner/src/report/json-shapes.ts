import { grades, parseSource } from '@redalert/core'
import type { Finding } from '../finding.ts'
import type { Shape, ShapeByName } from './shape.ts'

const text = value('a text', given => typeof given === 'string')
const truth = value('true or false', given => typeof given === 'boolean')
const onlyTrue = value('true', given => given === true)
const whole = value('a whole number', given => Number.isSafeInteger(given) && Number(given) >= 0)
const amount = value('a number', given => typeof given === 'number' && given >= 0)
const instant = value('a UTC time like 2001-07-19T14:08:55Z', given => isTime(given, '', 20))
const hour = value('a UTC hour like 2001-07-19T14', given => isTime(given, ':00:00Z', 13))
const identity = value(
  '16 hexadecimal digits',
  given => typeof given === 'string' && /^[0-9a-f]{16}$/.test(given),
)
const source = value(
  'an address or a host name',
  given => typeof given === 'string' && parseSource(given) === given,
)
const clock = oneOf('known', 'assumed')
const encoding = oneOf('latin1')
const none = value('null', given => given === null)

const evidence = fields({ at: instant, text }, { file: text, line: whole, encoding })

const payloadHost = either('a text, or an object with host and encoding', [
  text,
  fields({ host: text, encoding }),
])

const cell = fields({
  sensor: text,
  source,
  mark: text,
  hour,
  clock,
  identities: list(identity),
  first: instant,
  last: instant,
  evidence: list(evidence),
  payloadHosts: list(payloadHost),
  ownPayload: truth,
})

/** The line of each kind of finding, as `--json` writes it. */
export const jsonShapes: Readonly<Record<Finding['kind'], Shape>> = {
  redalert: line('redalert', {
    schema: value('1: this version reads no other', given => given === 1),
    sensor: text,
    zone: either('a text or null', [text, none]),
    signatures: text,
  }),
  sighting: line(
    'sighting',
    {
      source,
      family: text,
      hole: text,
      grade: oneOf(...grades),
      reason: text,
      setApart: either('null, "mine", "scanner", "proxy" or "name"', [
        none,
        oneOf('mine', 'scanner', 'proxy', 'name'),
      ]),
      clock,
      first: instant,
      last: instant,
      requests: whole,
      lines: whole,
      files: list(text),
      cells: list(cell),
      evidence: list(evidence),
    },
    { approximate: onlyTrue },
  ),
  'payload-host': line('payload-host', { host: text, sources: list(text) }, { encoding }),
  answered: line('answered', { file: text, line: whole, text }, { encoding }),
  unread: line('unread', { file: text, line: whole, reason: text }),
  fault: line('fault', { code: text, file: text, message: text }),
  remark: line('remark', { code: text, file: text, message: text }),
  coverage: line('coverage', {
    sensor: text,
    hours: { kind: 'table', keys: hour, values: whole },
    listens: either('null or a list of texts', [none, list(text)]),
    signatures: text,
  }),
  summary: line(
    'summary',
    {
      files: whole,
      lines: whole,
      matched: whole,
      other: whole,
      unread: whole,
      skipped: whole,
      bytes: whole,
      seconds: amount,
    },
    { first: instant, last: instant },
  ),
}

function line(kind: Finding['kind'], needed: ShapeByName, optional: ShapeByName = {}): Shape {
  return fields({ kind: oneOf(kind), ...needed }, optional)
}

function fields(needed: ShapeByName, optional: ShapeByName = {}): Shape {
  return { kind: 'fields', needed, optional }
}

function list(of: Shape): Shape {
  return { kind: 'list', of }
}

function either(named: string, shapes: readonly Shape[]): Shape {
  return { kind: 'either', named, shapes }
}

function oneOf(...words: readonly string[]): Shape {
  const named = words.map(word => JSON.stringify(word)).join(' or ')
  return value(named, given => words.some(word => word === given))
}

function value(named: string, holds: (value: unknown) => boolean): Shape {
  return { kind: 'value', named, holds }
}

/** Whether a text of this length, with what it lacks, is a time as JavaScript itself would write it. */
function isTime(given: unknown, rest: string, length: number): boolean {
  if (typeof given !== 'string' || given.length !== length) return false
  const milliseconds = Date.parse(`${given}${rest}`)
  return (
    !Number.isNaN(milliseconds) &&
    new Date(milliseconds).toISOString().startsWith(given.slice(0, 19).replace('Z', ''))
  )
}
