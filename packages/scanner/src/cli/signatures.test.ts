import { deepEqual, equal, match, ok } from 'node:assert/strict'
import { test } from 'node:test'
import { signatures } from '@redalert/core'
import { ownWorm } from './own-worm.ts'
import { findings, folderOf, redalert } from './program.ts'
import { codeRed, line } from './sample-lines.ts'

const text = JSON.stringify(ownWorm, null, 2)
const mark = ownWorm.marks['own-worm-asks']!

/** The family with something else in its only mark. */
function withMark(change: object): string {
  const marks = { 'own-worm-asks': { ...mark, ...change } }
  return JSON.stringify({ ...ownWorm, marks }, null, 2)
}

const check = (files: Readonly<Record<string, string>>, ...words: readonly string[]) =>
  redalert(folderOf(files), ['signatures', 'check', ...words])

test('a family that convinces is said to, and the code is 0', () => {
  deepEqual(check({ 'own.json': text }, 'own.json'), {
    code: 0,
    out: 'own.json: own-worm convinces: 1 mark, 2 samples; at most it shows infected\n',
    told: '',
  })
})

for (const [what, file, told] of [
  [
    'a text that is no JSON',
    text.replace('"years": "2026",', '"years": "2026"'),
    'own.json:6:3: a comma is missing before this; put one behind what stands before\n',
  ],
  [
    'a mistyped field',
    text.replace('"because"', '"becuase"'),
    /^own\.json:\d+:5: proves\[0\]: "because" is missing; add "because": a sentence that says why, for a person\nown\.json:\d+:7: proves\[0\]\.becuase: "becuase" is not known here; did you mean "because"\?\n$/,
  ],
  [
    'a condition that nothing needs',
    withMark({ when: { ...mark.when, method: { is: 'GET' } } }),
    /^own\.json:\d+:9: marks\.own-worm-asks\.when\.method: no negative sample fails this condition alone; add a line that only this condition keeps out, or drop the condition\n$/,
  ],
  [
    'a sample that does not give its mark',
    withMark({
      samples: { ...mark.samples, positive: [line('192.0.2.7', 'GET / HTTP/1.0').trim()] },
    }),
    /^own\.json:\d+:11: marks\.own-worm-asks\.samples\.positive\[0\]: this line does not give the mark; change the conditions or the sample\n$/,
  ],
  [
    "a mark that takes other families' lines",
    withMark({
      when: { path: { contains: '/' } },
      samples: {
        positive: mark.samples.positive,
        negative: [{ why: 'no path', line: line('192.0.2.7', 'OPTIONS * HTTP/1.0').trim() }],
      },
    }),
    /: marks\.own-worm-asks: a line of codered-n that gives codered-n-\w+ gives this mark too; narrow it/,
  ],
] as const) {
  test(`${what} is told with file, line, column and help, and the code is 1`, () => {
    const ran = check({ 'own.json': file }, 'own.json')
    deepEqual([ran.code, ran.told], [1, ''])
    if (typeof told === 'string') equal(ran.out, told)
    else match(ran.out, told)
  })
}

test('what cannot be read is a fault, the other files go on, and the code is 2', () => {
  const ran = check({ 'own.json': text, 'empty/x.txt': '' }, 'own.json', 'owm.json', 'empty')
  equal(ran.code, 2)
  match(ran.out, /^own\.json: own-worm convinces/)
  equal(
    ran.told,
    'redalert: no such file: owm.json; did you mean own.json?\nredalert: empty holds no .json file of a family\n',
  )
})

test('bytes that are no UTF-8 and files that are no family are refused', () => {
  const folder = folderOf({
    'latin1.json': Buffer.from('{"a":"\xe9"}', 'latin1'),
    'large.json': `"${'a'.repeat(1024 * 1024)}"`,
    'deep.json': '['.repeat(200_000),
    'marked.json': `\ufeff${text}`,
  })
  const ran = redalert(folder, ['signatures', 'check', '.'])
  equal(ran.code, 2)
  match(ran.told, /large\.json is larger than any family's file/)
  match(ran.told, /latin1\.json is not in UTF-8/)
  match(ran.out, /deep\.json:1:51: this is nested more than 50 deep/)
  match(ran.out, /marked\.json: own-worm convinces/)
})

test('files named together are seen beside each other', () => {
  const ran = check({ 'a.json': text, 'b.json': text }, 'a.json', 'b.json')
  equal(ran.code, 1)
  match(
    ran.out,
    /^b\.json:2:3: id: a\.json is the family own-worm too; .*\na\.json: own-worm convinces/,
  )
  const sharing = {
    ...ownWorm,
    id: 'own-other',
    marks: {},
    shares: ['own-worm-asks'],
    proves: [{ grade: 'probe', any: ['own-worm-asks'], because: 'x' }],
  }
  match(
    check({ 'a.json': text, 'b.json': JSON.stringify(sharing) }, 'a.json', 'b.json').out,
    /b\.json:1:\d+: marks: there is nothing in this/,
  )
})

test('as JSON, each objection and each family is a line', () => {
  const files = { 'a.json': text, 'b.json': text.replace('"class": "worm"', '"class": "wurm"') }
  const ran = check(files, '--json', 'a.json', 'b.json')
  deepEqual(
    findings(ran, 'objection').map(({ file, line: at, column, at: path, problem, help }) => [
      file,
      at,
      column,
      path,
      problem,
      help,
    ]),
    [['b.json', 6, 3, 'class', '"wurm" is not known here', 'did you mean "worm"?']],
  )
  deepEqual(findings(ran, 'family'), [
    { kind: 'family', file: 'a.json', id: 'own-worm', convinces: true },
  ])
})

test('the verb is named when it is another', () => {
  const { code, told } = redalert(folderOf({}), ['signatures', 'chek', 'x.json'])
  deepEqual([code, told], [2, 'redalert: signatures: chek is not known: did you mean check?\n'])
})

test('every family of our own convinces by the same command', () => {
  const files = Object.fromEntries(
    signatures.map(signature => [`${signature.id}.json`, JSON.stringify(signature)]),
  )
  const { code, out } = check(files, '.')
  equal(code, 0, out)
  equal(out.split('\n').length - 1, signatures.length)
})

test('a folder whose family does not convince is refused in the same words, and nothing is scanned', () => {
  const folder = folderOf({
    'mine/own.json': text.replace('"because"', '"becuase"'),
    'access.log': codeRed('192.0.2.7'),
  })
  const scanned = redalert(folder, ['access.log', '--signatures', 'mine'])
  const checked = redalert(folder, ['signatures', 'check', 'mine'])
  deepEqual([scanned.code, scanned.out], [2, ''])
  equal(
    scanned.told,
    `${checked.out}redalert: mine is not used: its families must convince first\n`,
  )
  for (const words of [['why', '192.0.2.7', 'access.log'], ['families']]) {
    const ran = redalert(folder, [...words, '--signatures', 'mine'])
    deepEqual([ran.code, ran.out, ran.told], [2, '', scanned.told])
  }
})

test('a file of a known id takes its place, and others keep theirs', () => {
  const [codered] = signatures
  const renamed = { ...codered!, name: 'Our own Code Red' }
  const folder = folderOf({
    'mine/cr.json': JSON.stringify(renamed),
    'access.log': codeRed('192.0.2.7'),
  })
  const { out, code } = redalert(folder, ['access.log', '--signatures', 'mine'])
  equal(code, 0)
  match(out, /^Our own Code Red, infected:/)
  const listed = redalert(folder, ['families', '--json', '--signatures', 'mine'])
  deepEqual(
    findings(listed).map(({ id }) => id),
    signatures.map(({ id }) => id),
  )
  ok(findings(listed)[0].name === 'Our own Code Red')
})
