import { deepEqual, equal, ok } from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { signatures } from '../signatures/index.ts'
import { convince } from './convince.ts'
import { readForm } from './form.ts'

for (const signature of signatures) {
  test(`${signature.id} has the form of a family`, () => {
    const reading = readForm(JSON.parse(JSON.stringify(signature)))
    deepEqual('objections' in reading ? reading.objections : [], [])
  })
}

const [good] = signatures
const mark = Object.keys(good!.marks)[0]!
const rule = good!.marks[mark]!

/** The family with something else at a place; undefined takes the place away. */
function changed(path: readonly (string | number)[], value: unknown): unknown {
  // oxlint-disable-next-line typescript/no-explicit-any -- as any reader of JSON sees it
  const copy = structuredClone(good) as any
  const last = path.at(-1)!
  const holder = path.slice(0, -1).reduce((inside, step) => inside[step], copy)
  if (value === undefined) delete holder[last]
  else holder[last] = value
  return copy
}

const mistakes: readonly (readonly [
  what: string,
  value: unknown,
  at: string,
  problem: RegExp,
  help: RegExp,
])[] = [
  ['a list', [], '', /must be an object, not an empty list/, /like the files/],
  ['a field that is missing', changed(['years'], undefined), '', /"years" is missing/, /2001-2003/],
  [
    'an unknown field',
    changed(['refferences'], []),
    'refferences',
    /"refferences" is not known here/,
    /did you mean "references"\?/,
  ],
  ['an empty text', changed(['name'], ' '), 'name', /must be a text/, /what people call it/],
  ['a number for a text', changed(['calendar'], 7), 'calendar', /not 7/, /when it is awake/],
  ['an unknown class', changed(['class'], 'warm'), 'class', /"warm"/, /did you mean "worm"\?/],
  ['an id with capitals', changed(['id'], 'Nimda'), 'id', /small letters/, /short name/],
  [
    'a reference that is none',
    changed(['references'], ['IN-2001-09']),
    'references.0',
    /address/,
    /facts/,
  ],
  ['no references', changed(['references'], []), 'references', /too short/, /facts/],
  ['no marks', changed(['marks'], {}), 'marks', /nothing in this/, /one request shows/],
  [
    'a mark whose name a key could misread',
    changed(['marks'], { 'a b~cut': rule }),
    'marks.a b~cut',
    /no name/,
    /dashes/,
  ],
  [
    'a mark without conditions',
    changed(['marks', mark, 'when'], {}),
    `marks.${mark}.when`,
    /nothing/,
    /conditions/,
  ],
  [
    'an unknown field of a request',
    changed(['marks', mark, 'when'], { paht: { is: '/x' } }),
    `marks.${mark}.when.paht`,
    /"paht" is not known/,
    /did you mean "path"\?/,
  ],
  [
    'an unknown operator',
    changed(['marks', mark, 'when', 'path'], { startswith: '/x' }),
    `marks.${mark}.when.path.startswith`,
    /"startswith" is not known/,
    /did you mean "startsWith"\?/,
  ],
  [
    'no operator at all',
    changed(['marks', mark, 'when', 'path'], { orUnlogged: true }),
    `marks.${mark}.when.path`,
    /says neither "is", .* nor "absent"/,
    /a test like/,
  ],
  [
    'two operators in one test',
    changed(['marks', mark, 'when', 'path'], { is: '/x', contains: 'y' }),
    `marks.${mark}.when.path.contains`,
    /cannot stand beside "is"/,
    /two of these/,
  ],
  [
    'an empty literal, which everything holds',
    changed(['marks', mark, 'when', 'path'], [{ contains: ['x', ''] }]),
    `marks.${mark}.when.path.0.contains.1`,
    /not empty, not ""/,
    /literal/,
  ],
  [
    'more repetitions than any line holds',
    changed(['marks', mark, 'when', 'query'], { repeats: { text: 'X', times: 1e9 } }),
    `marks.${mark}.when.query.repeats.times`,
    /whole number from 1 to 4096/,
    /how often/,
  ],
  [
    'orUnlogged that is false',
    changed(['marks', mark, 'when', 'path'], { is: '/x', orUnlogged: false }),
    `marks.${mark}.when.path.orUnlogged`,
    /must be true/,
    /true/,
  ],
  [
    'a negative sample without its reason',
    changed(['marks', mark, 'samples', 'negative'], [{ line: 'x' }]),
    `marks.${mark}.samples.negative.0`,
    /"why" is missing/,
    /what the line is/,
  ],
  [
    'a proof without a grade',
    changed(['proves'], [{ any: ['x'], because: 'y' }]),
    'proves.0',
    /"grade" is missing/,
    /how sure/,
  ],
  [
    'a proof of nothing',
    changed(['proves'], [{ grade: 'probe' }]),
    'proves.0',
    /neither "any" nor "of"/,
    /proves/,
  ],
  [
    'an unknown grade',
    changed(['proves', 0, 'grade'], 'certain'),
    'proves.0.grade',
    /"certain"/,
    /infected", "likely" or "probe/,
  ],
]

for (const [what, value, at, problem, help] of mistakes) {
  test(`${what} is objected to, with its place and a help`, () => {
    const reading = readForm(value)
    ok('objections' in reading, 'nothing was objected to')
    const found = reading.objections.find(objection => problem.test(objection.problem))
    ok(found, JSON.stringify(reading.objections))
    equal(found.at.join('.'), at)
    ok(help.test(found.help), found.help)
  })
}

test('every mistake is told, not only the first', () => {
  const reading = readForm({ ...good, name: '', years: 7, typo: 1 })
  ok('objections' in reading && reading.objections.length === 3)
})

test('no JSON value makes it throw, and what it takes can be judged', () => {
  fc.assert(
    fc.property(fc.jsonValue(), fc.constantFrom(...Object.keys(good!)), (value, field) => {
      readForm(value)
      const reading = readForm({ ...good, [field]: value })
      if ('signature' in reading) convince(reading.signature, signatures.slice(0, 2))
    }),
    { numRuns: 200 },
  )
})
