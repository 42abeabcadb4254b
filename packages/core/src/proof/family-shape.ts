import { grades } from '../model/sighting.ts'
import type { MarkRule, Proof, Signature, Test, TestedField } from '../signatures/signature.ts'
import type { FieldShape, RecordShape, Shape } from './shape.ts'

const longestText = 4000
const text: Shape & { kind: 'text' } = {
  kind: 'text',
  named: `a text of 1 to ${longestText} letters`,
  holds: given => given.trim() !== '' && given.length <= longestText,
}
const id: Shape & { kind: 'text' } = {
  kind: 'text',
  named: 'a name of small letters, digits and dashes, like "codered-n"',
  holds: isId,
}
const address: Shape = {
  kind: 'text',
  named: 'an address that begins with https:// or http://',
  holds: given => /^https?:\/\/[^\s/]+(?:\/\S*)?$/.test(given),
}
const day: Shape = {
  kind: 'text',
  named: 'a day like "2021-11-03"',
  holds: given => /^\d{4}-\d\d-\d\d$/.test(given) && !Number.isNaN(Date.parse(given)),
}
const literal: Shape = {
  kind: 'text',
  named: 'a text that is not empty',
  holds: given => given !== '',
}
const anyLiteral: Shape = { kind: 'text', named: 'a text', holds: () => true }

const literals: Shape = { kind: 'one-or-list', of: literal, named: 'a text or a list of texts' }
const anyLiterals: Shape = { ...literals, of: anyLiteral }

const flag: FieldShape = optional({ kind: 'true' }, 'true')

/** The tests, told apart by their operators. */
const test: Shape = {
  kind: 'variants',
  by: {
    is: withOrUnlogged('is', anyLiterals),
    startsWith: withOrUnlogged('startsWith', literals),
    endsWith: withOrUnlogged('endsWith', literals),
    contains: withOrUnlogged('contains', literals),
    lacks: record({ lacks: needed(literals, 'what the field must not hold') }),
    repeats: record({
      repeats: needed(
        record({
          text: needed(literal, 'what is repeated'),
          times: needed({ kind: 'number', least: 1, most: 4096 }, 'how often'),
        }),
        '{ "text": "X", "times": 224 }',
      ),
    }),
    absent: record({ absent: flag }),
  } satisfies { [Operator in OperatorOf<Test>]: RecordShape },
}

const tests: FieldShape = optional(
  { kind: 'one-or-list', of: test, named: 'a test or a list of tests' },
  'a test like { "is": "/default.ida" }',
)

const when: RecordShape = {
  ...record<{ [Field in TestedField]?: unknown }>({
    method: tests,
    path: tests,
    query: tests,
    version: tests,
    referer: tests,
    userAgent: tests,
    missing: tests,
    payload: tests,
  }),
  least: 1,
}

const rule: RecordShape = record<MarkRule>({
  when: needed(when, '"when": the conditions on the fields of a request'),
  door: optional({ kind: 'true' }, 'true, for a back door'),
  unless: optional(list(id, 1), 'the marks beside which this one does not count'),
  samples: needed(
    record<MarkRule['samples']>({
      positive: needed(list(literal, 0), '"positive": lines that must give the mark'),
      negative: needed(
        list(
          record<MarkRule['samples']['negative'][number]>({
            why: needed(text, '"why": what the line is'),
            line: needed(literal, '"line": a line that must not give the mark'),
          }),
          0,
        ),
        '"negative": lines that look like it and must not give the mark, each with its "why"',
      ),
    }),
    '"samples": lines that prove the conditions',
  ),
})

const grade = needed({ kind: 'choice', of: grades }, '"grade": how sure it is')
const because = needed(text, '"because": a sentence that says why, for a person')
const part: Shape = {
  kind: 'text-or-record',
  text: id,
  record: record({
    mark: needed(id, '"mark": the mark that counts'),
    unless: needed(list(id, 1), '"unless": the marks beside which it does not count'),
  }),
}

const proof: Shape = {
  kind: 'variants',
  by: {
    any: record<Extract<Proof, { any: unknown }>>({
      grade,
      any: needed(list(id, 1), 'the marks of which one is enough'),
      because,
    }),
    of: record<Exclude<Proof, { any: unknown }>>({
      grade,
      distinct: needed(
        { kind: 'number', least: 2, most: 100 },
        '"distinct": how many different marks it takes within two hours',
      ),
      of: needed(list(part, 2), 'the marks that count'),
      because,
    }),
  },
}

/** What a family's file looks like. The compiler compares it with {@link Signature}. */
export const familyShape: RecordShape = record<Signature>({
  id: needed(id, '"id": a short name like "codered-n"'),
  name: needed(text, '"name": what people call it'),
  aliases: needed(list(text, 0), '"aliases": its other names, or []'),
  years: needed(text, '"years": when it was seen, like "2001-2003"'),
  class: needed({ kind: 'choice', of: ['worm', 'bot', 'scanner'] }, '"class": what sends it'),
  hole: needed(
    record<Signature['hole']>({
      id: needed(text, '"id": the CVE, or another name of the hole'),
      also: optional(list(text, 1), 'other identifiers'),
      name: needed(text, '"name": the hole in a few words'),
      kev: optional(day, 'the day CISA listed it'),
      advisories: needed(list(text, 0), '"advisories": who warned of it, or []'),
      patch: needed(text, '"patch": what closes the hole'),
    }),
    '"hole": the vulnerability it comes through',
  ),
  devices: needed(text, '"devices": the machines that catch it'),
  device: optional(text, 'the one kind of device that its exploit opens'),
  calendar: needed(text, '"calendar": when it is awake'),
  log: needed(
    record<Signature['log']>({
      shows: needed(text, '"shows": what a log shows of it'),
      hides: needed(text, '"hides": what a log cannot show'),
    }),
    '"log": what a log shows of it and what not',
  ),
  advice: needed(
    record<Signature['advice']>({
      clean: needed(text, '"clean": how to clean an infected machine'),
      patch: needed(text, '"patch": how to close the hole'),
    }),
    '"advice": what the owner of an infected machine should do',
  ),
  references: needed(list(address, 1), '"references": where its facts can be read'),
  marks: needed({ kind: 'table', names: id, values: rule }, '"marks": what one request shows'),
  shares: optional(list(id, 1), 'marks of other files'),
  proves: needed(
    { kind: 'list', of: proof, least: 1, named: 'a list of proofs' },
    '"proves": what the marks prove, strongest first',
  ),
})

type OperatorOf<One> = One extends unknown ? Exclude<keyof One, 'orUnlogged'> : never

function withOrUnlogged(operator: string, shape: Shape): RecordShape {
  return record({
    [operator]: needed(shape, `a literal, like { "${operator}": "/x" }`),
    orUnlogged: flag,
  })
}

/** A record with a shape for every field of a type, so that a new field does not compile without one. */
function record<Of extends object>(fields: {
  [Field in keyof Required<Of>]: FieldShape
}): RecordShape {
  return { kind: 'record', fields, least: 0 }
}

function list(of: Shape, least: number): Shape {
  return { kind: 'list', of, least, named: 'a list' }
}

function needed(shape: Shape, about: string): FieldShape {
  return { shape, about, optional: false }
}

function optional(shape: Shape, about: string): FieldShape {
  return { shape, about, optional: true }
}

/** Small letters and digits in words with dashes between: nothing that a cell's key or a terminal could misread. */
function isId(given: string): boolean {
  return given.length <= 60 && /^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(given)
}
