import { deepEqual, equal, match, ok } from 'node:assert/strict'
import { chmodSync } from 'node:fs'
import { createServer } from 'node:http'
import { join } from 'node:path'
import type { AddressInfo } from 'node:net'
import { after, test } from 'node:test'
import { besides } from './besides.ts'
import { folderOf } from './program.ts'

const key = `ra_${'a'.repeat(12)}_${'11ce'.repeat(10)}`
const folder = folderOf({ key: `${key}\n`, empty: '' })
chmodSync(join(folder, 'key'), 0o600)

type Answer = { readonly code: number; readonly text: string; readonly location?: string }

/** A collector that answers every question with one thing, and what it was asked. */
async function collectorThatSays({ code, text, location }: Answer) {
  const asked: string[] = []
  const server = createServer(({ method, url, headers }, response) => {
    asked.push(`${method} ${url} ${headers.authorization ?? ''}`)
    response.writeHead(code, location === undefined ? {} : { location }).end(text)
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  after(() => server.close().closeAllConnections())
  return { asked, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}` }
}

const count = { hosts: 12, told: 9, states: { quiet: 4, told: 4, disputed: 1, suspected: 3 } }
const status = {
  kind: 'status',
  schema: 1,
  submitter: 'alice',
  at: '2026-11-25T12:00:00Z',
  all: count,
  families: [{ family: 'codered-n', ...count }],
}
const ask = (url: string, ...words: readonly string[]) =>
  besides(['status', '--to', url, '--key-file', 'key', ...words], { folder })

test('a submitter sees what became of their machines', async () => {
  const { asked, url } = await collectorThatSays({ code: 200, text: JSON.stringify(status) })
  const { code, out } = await ask(url)
  equal(code, 0)
  deepEqual(asked, [`GET /api/v1/status Bearer ${key}`])
  deepEqual(out.split('\n'), [
    `alice told ${url} of 12 machines lately; of 9 somebody who answers for them was told.`,
    '        3  not sure enough yet to tell anybody',
    '        4  their owners were told, and nothing new was seen since',
    '        4  quiet: nothing comes from them any more',
    '        1  disputed by their owners',
    '',
  ])
  deepEqual(JSON.parse((await ask(url, '--json')).out), status)
})

test('several families are counted one by one too, and what nobody knows goes by its name', async () => {
  const one = { hosts: 1, told: 0, states: { 'a-new-\u001b[31mstate': 1 } }
  const families = [
    { family: 'codered-n', ...one },
    { family: 'nimda', hosts: 1, told: 1, states: { constructor: 1 } },
  ]
  const both = { ...status, all: { hosts: 2, told: 1, states: { fixed: 2 } }, families }
  const { url } = await collectorThatSays({ code: 200, text: JSON.stringify(both) })
  const { out } = await ask(url)
  ok(!out.includes('\u001b'), 'a collector commands no terminal')
  match(out, /\n\ncodered-n\n {8}1 {2}a-new-.*state\n\nnimda\n {8}1 {2}constructor\n$/)
})

test('a submitter who told of nothing is told so', async () => {
  const none = { ...status, all: { hosts: 0, told: 0, states: {} }, families: [] }
  const { url } = await collectorThatSays({ code: 200, text: JSON.stringify(none) })
  match((await ask(url)).out, /^alice told http:\S+ of no machine lately\.\n$/)
})

for (const [what, answer, code, told] of [
  [
    'a key that it does not know',
    { code: 401, text: '{"title":"Unknown key"}' },
    2,
    /answered 401: Unknown key/,
  ],
  ['that it is asked too often', { code: 429, text: '' }, 1, /answered 429: without a reason/],
  [
    'that it is ill',
    { code: 503, text: 'x'.repeat(2_000_000) },
    1,
    /answered 503: without a reason/,
  ],
  [
    'that it has moved',
    { code: 301, text: '', location: 'https://c.example.org/' },
    2,
    /is now at https:\/\/c\.example\.org\//,
  ],
  [
    'what no collector says',
    { code: 200, text: '{"kind":"status"}' },
    2,
    /not as a collector does/,
  ],
  [
    'counts that are none',
    { code: 200, text: JSON.stringify({ ...status, all: { ...count, told: -1 } }) },
    2,
    /not as a collector does/,
  ],
] as const) {
  test(`a collector that says ${what} is reported in a sentence`, async () => {
    const { url } = await collectorThatSays(answer)
    const ran = await ask(url)
    deepEqual([ran.code, ran.out], [code, ''])
    match(ran.told, told)
    equal(ran.told.split('\n').length, 2)
  })
}

for (const [what, words, told] of [
  ['a mailbox', ['--to', 'mailto:redalert@example.org'], /a mailbox cannot be asked/],
  ['no collector', [], /say where to submit/],
  ['no key', ['--to', 'https://c.example.org'], /say with which key you submit/],
  ['an empty key', ['--to', 'https://c.example.org', '--key-file', 'empty'], /empty holds no key/],
  [
    'a key over http',
    ['--to', 'http://c.example.org', '--key-file', 'key'],
    /can read what goes to/,
  ],
] as const) {
  test(`status with ${what} is refused before anybody is asked`, async () => {
    const ran = await besides(['status', ...words], { folder })
    deepEqual([ran.code, ran.out], [2, ''])
    match(ran.told, told)
  })
}

test('a collector that is not there is reported, and may be asked again', async () => {
  const ran = await ask('http://127.0.0.1:1')
  equal(ran.code, 1)
  match(ran.told, /was not reached/)
})
