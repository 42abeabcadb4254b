import { deepEqual, equal, match } from 'node:assert/strict'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import type { Appeal, Receipt } from '@redalert/core'
import { claws, clawsLine } from '../appeal/any-family.ts'
import { run } from '../cli/any-run.ts'
import { post, startCollector, type TestCollector, testFolder } from './any-collector.ts'

/** Makes an appeal that brings the family, while the collector runs or not. */
async function appealFor(folder: string, id = 'july', ...words: readonly string[]) {
  const file = join(testFolder(), 'claws.json')
  writeFileSync(file, JSON.stringify(claws))
  const said = ['--signatures', file, '--by', 'Us', '--contact', 'us@example.org']
  const where = ['--from', '2001-07-19', '--to', 'https://collector.example.org']
  return await run('appeal', 'new', id, ...said, ...where, ...words, '--data', folder)
}

async function hostsIn(folder: string): Promise<readonly (readonly unknown[])[]> {
  const { out } = await run('hosts', '--json', '--data', folder)
  return out
    .split('\n')
    .filter(line => line !== '')
    .map(line => JSON.parse(line) as Record<string, unknown>)
    .map(({ source, family, grade }) => [source, family, grade])
}

async function told(collector: TestCollector, body: string): Promise<Receipt['account']> {
  const { id } = (await (await post(collector, body)).json()) as { readonly id: string }
  await collector.decided()
  const { out } = await run('submissions', id, '--json', '--data', collector.folder)
  return (JSON.parse(out) as Receipt).account
}

function submissionOf(source: string): string {
  const text = clawsLine(source).trim()
  const cell = {
    sensor: '0123456789abcdef',
    source,
    mark: 'claws-run',
    hour: '2001-07-19T14',
    clock: 'known',
    identities: ['0123456789abcdef'],
    first: '2001-07-19T14:08:00Z',
    last: '2001-07-19T14:08:00Z',
    evidence: [{ at: '2001-07-19T14:08:00Z', text }],
    payloadHosts: [source],
    ownPayload: true,
  }
  const coverage = {
    sensor: cell.sensor,
    hours: { '2001-07-19T14': 5 },
    listens: null,
    signatures: 'x',
  }
  const rest = { kind: 'submission', schema: 1, writer: 'x', zone: null, coverage: [coverage] }
  return JSON.stringify({ ...rest, cells: [cell] })
}

test('a family that an appeal brings counts from then on, until its deadline; what was told of it stays', async () => {
  let time = Date.now()
  const folder = testFolder()
  const both = [
    ['192.0.2.2', 'claws', 'infected'],
    ['192.0.2.3', 'claws', 'infected'],
  ]
  {
    await using collector = await startCollector({ folder, clock: () => time })
    const before = await told(collector, clawsLine('192.0.2.1'))
    deepEqual([before?.other, before?.accepted], [1, 0])
    const unknown = await told(collector, submissionOf('192.0.2.1'))
    deepEqual(
      unknown?.refused.map(({ reason, count }) => [reason, count]),
      [['evidence-mark', 1]],
    )
    time += 1000
    const made = await appealFor(folder)
    deepEqual([made.code, made.told], [0, ''])
    match(made.out, /^july {2}claws \(new\) {2}logs of /)
    time = Math.max(time, Date.now()) + 1000

    equal((await told(collector, clawsLine('192.0.2.2')))?.accepted, 1)
    equal((await told(collector, submissionOf('192.0.2.3')))?.accepted, 1)
    deepEqual(await hostsIn(folder), both)

    time += 8 * 86_400_000
    equal((await told(collector, clawsLine('192.0.2.4')))?.other, 1)
    equal((await told(collector, submissionOf('192.0.2.4')))?.refused[0]?.reason, 'evidence-mark')
    deepEqual(await hostsIn(folder), both)
  }
  deepEqual(await hostsIn(folder), both)
  {
    await using collector = await startCollector({ folder, clock: () => time })
    await collector.decided()
    deepEqual(await hostsIn(folder), both)
  }
  equal((await run('rebuild', '--exercise', '--data', folder)).code, 0)
  deepEqual(await hostsIn(folder), both)
  const why = await run('why', '192.0.2.3', '--data', folder)
  match(why.out, /claws: infected, for /)
})

test('hosts of such a family are decided about, and whoever told of them can be revoked', async () => {
  await using collector = await startCollector()
  const { folder } = collector
  await appealFor(folder)
  const added = await run('submitters', 'add', 'me', '--own', '--data', folder)
  const [key = ''] = /ra_\w+/.exec(added.out) ?? []
  equal((await post(collector, clawsLine('192.0.2.2'), { key })).status, 202)
  await collector.decided()
  match((await run('decided', 'assert', '--data', folder)).out, /^assert +192\.0\.2\.2 +claws /)
  equal((await post(collector, clawsLine('192.0.2.2'))).status, 202)
  await run('submitters', 'revoke', 'me', '--data', folder)
  await collector.decided()
  deepEqual(await hostsIn(folder), [['192.0.2.2', 'claws', 'infected']])
  equal((await run('decided', '--data', folder)).code, 1)
})

test('an appeal that somebody altered, or that another key signed, brings nothing', async () => {
  const [folder, other] = [testFolder(), testFolder()]
  await appealFor(folder)
  await appealFor(other)
  const file = join(folder, 'appeals', 'july.json')
  const genuine = readFileSync(file, 'utf8')
  const appeal = JSON.parse(genuine) as Appeal
  const altered = JSON.stringify({ ...appeal, contact: 'thief@example.org' })
  const another = readFileSync(join(other, 'appeals', 'july.json'), 'utf8')
  await using collector = await startCollector({ folder })
  for (const [text, source, accepted] of [
    [altered, '192.0.2.2', 0],
    [another, '192.0.2.3', 0],
    [genuine, '192.0.2.4', 1],
  ] as const) {
    writeFileSync(file, text)
    equal((await told(collector, clawsLine(source)))?.accepted, accepted, source)
  }
})

const [mark = '', rule] = Object.entries(claws.marks)[0] ?? []
const loose = {
  ...claws,
  marks: { ...claws.marks, [mark]: { ...rule, when: { path: { startsWith: '/' } } } },
}
for (const [what, text, sentence] of [
  [
    'is no JSON',
    '{ "id": ',
    /claws\.json is no JSON: .*`redalert signatures check .*claws\.json` says where/,
  ],
  ['is not in UTF-8', Buffer.from([0x22, 0xff, 0x22]), /is no JSON/],
  ['is no family', '{}', /claws\.json does not convince:\n {2}/],
  ['does not convince', JSON.stringify(loose), /claws\.json does not convince:\n {2}marks\./],
  [
    'is known to every program',
    JSON.stringify({ ...claws, id: 'jaws' }),
    /every program knows a family jaws/,
  ],
  ['is too large', ' '.repeat(1024 * 1024 + 1), /is larger than any family's file/],
] as const) {
  test(`no appeal is made with a file that ${what}`, async () => {
    const [folder, file] = [testFolder(), join(testFolder(), 'claws.json')]
    writeFileSync(file, text)
    const made = await run(
      'appeal',
      'new',
      'july',
      '--signatures',
      file,
      '--by',
      'Us',
      '--contact',
      'us@example.org',
      '--days',
      '2',
      '--to',
      'https://collector.example.org',
      '--data',
      folder,
    )
    deepEqual([made.code, made.out], [2, ''])
    match(made.told, sentence)
    equal((await run('appeal', 'list', '--data', folder)).code, 1)
  })
}

test('a name means one family for ever', async () => {
  const folder = testFolder()
  equal((await appealFor(folder)).code, 0)
  equal((await appealFor(folder, 'august')).code, 0, 'the same family may be asked for again')
  const file = join(folder, 'other.json')
  writeFileSync(file, JSON.stringify({ ...claws, years: '2099' }))
  const made = await appealFor(folder, 'september', '--signatures', file)
  match(made.told, /An earlier appeal brought another family that holds the name claws/)
  equal(made.code, 2)
  match((await appealFor(folder, 'x', '--signatures', '/nowhere.json')).told, /cannot be read/)
  match((await appealFor(folder, 'x', '--signatures', testFolder())).told, /holds no \.json file/)
})
