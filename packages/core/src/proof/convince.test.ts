import { deepEqual, equal, ok } from 'node:assert/strict'
import { test } from 'node:test'
import { signatures } from '../signatures/index.ts'
import type { MarkRule, Signature } from '../signatures/signature.ts'
import { convince } from './convince.ts'

const familyOf = (id: string) => signatures.find(signature => signature.id === id) as Signature
const codered = familyOf('codered-n')
const nimda = familyOf('nimda')
const rule = (family: Signature, mark: string) => family.marks[mark] as MarkRule

/** A family with another rule for one of its marks. */
function withMark(family: Signature, mark: string, change: Partial<MarkRule>): Signature {
  const changed = { ...rule(family, mark), ...change }
  return { ...family, marks: { ...family.marks, [mark]: changed } }
}

const run = 'codered-n-run'
const { samples } = rule(codered, run)

for (const [what, family, at, problem, help] of [
  [
    'a positive sample that gives nothing, at the sample',
    withMark(codered, run, {
      samples: { ...samples, positive: [...samples.positive, samples.negative[0]!.line] },
    }),
    ['marks', run, 'samples', 'positive', samples.positive.length],
    /does not give the mark/,
    /change the conditions/,
  ],
  [
    'a negative sample that gives the mark, at its line',
    withMark(codered, run, {
      samples: { ...samples, negative: [{ why: 'x', line: samples.positive[0]! }] },
    }),
    ['marks', run, 'samples', 'negative', 0, 'line'],
    /gives the mark/,
    /change the conditions/,
  ],
  [
    'a condition that nothing needs, at the field',
    withMark(codered, run, { when: { ...rule(codered, run).when, method: { is: 'GET' } } }),
    ['marks', run, 'when', 'method'],
    /no negative sample fails this condition alone/,
    /drop the condition/,
  ],
  [
    'one of several tests that nothing needs, at the test',
    withMark(codered, run, {
      when: { ...rule(codered, run).when, method: [{ is: 'GET' }, { contains: 'E' }] },
    }),
    ['marks', run, 'when', 'method', 0],
    /no negative sample/,
    /drop the condition/,
  ],
  [
    'a literal that nothing needs, at the literal',
    withMark(codered, run, {
      when: { ...rule(codered, run).when, path: { endsWith: ['.ida', '.idq', '.htw'] } },
    }),
    ['marks', run, 'when', 'path', 'endsWith', 2],
    /needs this literal/,
    /drop the literal/,
  ],
  [
    'a path in capitals, with the right spelling',
    withMark(codered, run, {
      when: { ...rule(codered, run).when, path: { endsWith: ['.IDA', '.idq'] } },
    }),
    ['marks', run, 'when', 'path', 'endsWith', 0],
    /no path ever holds "\.IDA"/,
    /lower case with forward slashes: write "\.ida"/,
  ],
  [
    'a version with its HTTP',
    withMark(codered, run, {
      when: { ...rule(codered, run).when, version: { is: 'HTTP/1.0' } },
    }),
    ['marks', run, 'when', 'version', 'is'],
    /no version ever holds/,
    /write "1\.0"/,
  ],
  [
    'a mistyped mark in a proof, with the nearest one',
    { ...codered, proves: [{ grade: 'infected', any: ['codered-n-wurm'], because: 'x' }] },
    ['proves', 0, 'any', 0],
    /no mark codered-n-wurm/,
    /did you mean codered-n-worm\?/,
  ],
  [
    "another file's mark that is not declared",
    {
      ...codered,
      proves: [...codered.proves, { grade: 'probe', any: ['nimda-c'], because: 'x' }],
    },
    ['proves', codered.proves.length, 'any', 0],
    /nimda-c is not in this file/,
    /shares/,
  ],
  [
    'a mistyped exception',
    withMark(codered, run, { unless: ['codered-n-wrom'] }),
    ['marks', run, 'unless', 0],
    /no mark codered-n-wrom/,
    /did you mean/,
  ],
  [
    'a weaker proof before a stronger one, at the stronger',
    { ...codered, proves: codered.proves.toReversed() },
    ['proves', 1],
    /weaker/,
    /strongest first/,
  ],
  [
    'two marks that except each other',
    withMark(withMark(codered, 'codered-n-worm', { unless: [run] }), run, {
      unless: ['codered-n-worm'],
    }),
    ['marks', 'codered-n-worm', 'unless'],
    /does not count beside/,
    /take one/,
  ],
  [
    'a mark that other families build on, taken away',
    { ...nimda, marks: Object.fromEntries(Object.entries(nimda.marks).slice(1)) },
    ['marks'],
    /root-exe builds on the mark nimda-/,
    /keep that mark/,
  ],
] as const satisfies readonly (readonly [string, Signature, unknown, RegExp, RegExp])[]) {
  test(`objected to: ${what}`, () => {
    const objections = convince(family, signatures)
    const found = objections.find(objection => problem.test(objection.problem))
    ok(found, JSON.stringify(objections))
    deepEqual(found.at, at)
    ok(help.test(found.help), found.help)
  })
}

test("a new family may not take the others' lines", () => {
  const greedy: Signature = {
    ...codered,
    id: 'greedy',
    marks: {
      'greedy-any': {
        when: { path: { contains: '/' } },
        samples: {
          positive: ['192.0.2.7 - - [19/Jul/2001:16:08:55 +0200] "GET /greedy HTTP/1.0" 404 283'],
          negative: [
            {
              why: 'no path at all',
              line: '192.0.2.7 - - [19/Jul/2001:16:08:55 +0200] "OPTIONS * HTTP/1.0" 404 283',
            },
          ],
        },
      },
    },
    proves: [{ grade: 'probe', any: ['greedy-any'], because: 'x' }],
  }
  const objections = convince(greedy, signatures)
  ok(objections.length >= signatures.length, `${objections.length} objections`)
  const [first] = objections
  deepEqual(first?.at, ['marks', 'greedy-any'])
  ok(/a line of codered-n that gives codered-n-\w+ gives this mark too/.test(first.problem))
  equal(convince({ ...greedy, marks: {}, proves: [] }, signatures).length, 0)
})
