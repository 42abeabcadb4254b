import { deepEqual, equal, match, ok } from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { type Appeal, type Instant, readAppeal, type Receipt } from '@redalert/core'
import { verifySignature } from '../appeal/verify-signature.ts'
import { run } from '../cli/any-run.ts'
import { post, startCollector, testFolder } from './any-collector.ts'

const toml = '[http]\naddress = "https://collector.example.org"'
const now = new Date().toISOString().slice(0, 19) + 'Z'

async function appealTo(folder: string, id: string, ...words: readonly string[]) {
  writeFileSync(join(folder, 'redalert.toml'), toml)
  const needed = ['--families', 'codered-n', '--by', 'Team <b>', '--contact', 'a@example.org']
  return await run('appeal', 'new', id, ...needed, ...words, '--data', folder)
}

test('an appeal is published at once: as it is signed, and as a page that runs nothing', async () => {
  await using collector = await startCollector({ toml })
  const { folder, url } = collector
  equal((await fetch(`${url}/appeals/july`)).status, 404)
  const days = ['--from', '2001-07-19', '--until', '2001-07-20']
  const made = await appealTo(folder, 'july', ...days)
  deepEqual([made.code, made.told], [0, ''])
  match(made.out, /publishes it at https:\/\/collector\.example\.org\/appeals\/july/)
  equal(statSync(join(folder, 'appeal.key')).mode & 0o777, 0o600)

  const response = await fetch(`${url}/appeals/july.json`)
  equal(response.headers.get('content-type'), 'application/json; charset=utf-8')
  const text = await response.text()
  const { key, from, until } = JSON.parse(text) as Appeal
  deepEqual([from, until], ['2001-07-19T00:00:00Z', '2001-07-21T00:00:00Z'])
  equal(
    readAppeal(text, { keys: [key], now: now as Instant, verify: verifySignature }).kind,
    'appeal',
  )

  const page = await fetch(`${url}/appeals/july`)
  const html = await page.text()
  equal(page.headers.get('content-type'), 'text/html; charset=utf-8')
  match(
    page.headers.get('content-security-policy') ?? '',
    /^default-src 'none'; style-src 'sha256-/,
  )
  const [, style = ''] = /<style>([^]*?)<\/style>/.exec(html) ?? []
  const hash = createHash('sha256').update(style).digest('base64')
  ok(page.headers.get('content-security-policy')?.includes(`'sha256-${hash}'`))
  equal(page.headers.get('x-content-type-options'), 'nosniff')
  ok(html.includes('Team &lt;b&gt;') && !html.includes('Team <b>'))
  ok(!/<script|javascript:| on\w+=/i.test(html))
  match(html, /Nobody has answered yet/)
  ok(html.includes('node redalert.mjs answer https://collector.example.org/appeals/july'))
  ok(html.includes(key))
})

test('the page tells how many answered and what they covered, and names no address', async () => {
  let time = Date.parse(now)
  await using collector = await startCollector({ toml, clock: () => time })
  const { folder, url } = collector
  await appealTo(folder, 'july', '--from', '2001-07-19')
  const page = async () => (await fetch(`${url}/appeals/july`)).text()
  const before = await page()
  const coverage = {
    sensor: '0123456789abcdef',
    hours: { '2001-07-19T14': 500, '2001-07-25T14': 7 },
    listens: ['198.51.100.0/24'],
    signatures: '1',
  }
  const submission = { kind: 'submission', schema: 1, writer: 'x', zone: null, cells: [] }
  await post(collector, JSON.stringify({ ...submission, coverage: [coverage] }))
  await collector.settled()
  equal(await page(), before, 'it is counted once a minute')
  time += 61_000
  const html = (await page()).replaceAll(/\s+/g, ' ')
  match(html, /1 person answered for 1 server, with 500 lines of log/)
  match(html, /2001-07-19<\/th> <td>1<\/td> <td>1 of 24<\/td> <td>500</)
  equal(html.includes('198.51.100'), false)
  await run('submitters', 'revoke', 'alice', '--data', folder)
  time += 61_000
  match(await page(), /Nobody has answered yet/)
})

test('when it is over the page says so, and shows no way to answer', async () => {
  let time = Date.parse(now)
  await using collector = await startCollector({ toml, clock: () => time })
  await appealTo(collector.folder, 'july', '--days', '2')
  time += 8 * 86_400_000
  const html = await (await fetch(`${collector.url}/appeals/july`)).text()
  match(html, /This appeal is over/)
  equal(html.includes('curl'), false)
})

test('what cannot be an appeal is not made, and none is made twice', async () => {
  const folder = testFolder()
  for (const [words, sentence] of [
    [['--days', '0'], /--days is a number/],
    [['--days', '2', '--from', '2001-07-19'], /stands for --from/],
    [['--from', '2001-02-30'], /--from: write the day/],
    [['--from', '19/07/2001'], /--from: write the day/],
    [[], /says which logs are wanted/],
    [['--days', '2', '--families', 'nothing'], /nobody knows a family/],
    [['--days', '2', '--deadline', '2001-07-19'], /its deadline has passed/],
    [['--days', '2', '--to', 'http://collector.example.org'], /its to must/],
    [['--days', '2', '--text', 'Dutch'], /--text is written like/],
    [['--days', '2', '--text', 'nl=/nowhere'], /cannot be read/],
  ] as const) {
    const { code, told } = await appealTo(folder, 'x', ...words)
    equal(code, 2, words.join(' '))
    match(told, sentence)
  }
  match((await appealTo(folder, '../x', '--days', '2')).told, /its id must be/)
  equal((await run('appeal', 'list', '--data', folder)).code, 1)
  equal((await appealTo(folder, 'x', '--days', '2')).code, 0)
  match((await appealTo(folder, 'x', '--days', '3')).told, /There is an appeal x already/)
  const [one, two] = await Promise.all(
    ['x', 'x'].map(() => run('appeal', 'show', 'x', '--json', '--data', folder)),
  )
  equal(one!.out, two!.out)
  match((await run('appeal', 'list', '--data', folder)).out, /^x {2}codered-n {2}logs of /)
})

test("the operator's own text stands in place of ours, and both ways to answer can be named", async () => {
  const folder = testFolder()
  writeFileSync(join(folder, 'nl.txt'), 'Logboeken gevraagd\n\nAlstublieft.\n')
  const both = 'https://c.example.org/api/v1/submissions,mailto:redalert@example.org'
  const words = ['--days', '2', '--text', `nl=${join(folder, 'nl.txt')}`, '--json', '--to', both]
  const { out } = await appealTo(folder, 'july', ...words)
  const { texts, to } = JSON.parse(out) as Appeal
  deepEqual(
    texts.filter(({ language }) => language === 'nl'),
    [{ language: 'nl', title: 'Logboeken gevraagd', text: 'Alstublieft.' }],
  )
  deepEqual(to, {
    url: 'https://c.example.org/api/v1/submissions',
    mail: 'redalert@example.org',
  })
  deepEqual(texts.map(({ language }) => language).toSorted(), ['de', 'en', 'es', 'fr', 'nl'])
})

test('what is told of the days of an appeal is taken, however long ago they were', async () => {
  const clock = () => Date.parse('2031-07-20T00:00:00Z')
  await using collector = await startCollector({ toml, clock, profile: 'real' })
  const { folder } = collector
  const words = ['--from', '2001-07-19', '--until', '2001-07-20', '--deadline', '2031-08-01']
  equal((await appealTo(folder, 'july', ...words)).code, 0)
  const line = (day: string, source: string) =>
    `${source} - - [${day}:16:08:00 +0200] "GET /default.ida?${'N'.repeat(224)}%u9090%u6858%ucbd3%u7801%u9090%u6858%ucbd3%u7801%u9090%u6858%ucbd3%u7801%u9090%u9090%u8190%u00c3%u0003%u8b00%u531b%u53ff%u0078%u0000%u00=a HTTP/1.0" 404 283 "-" "-"\n`
  const lines = [line('19/Jul/2001', '192.88.1.7'), line('20/Jul/2001', '192.88.1.8')]
  const future = line('21/Jul/2031', '192.88.1.9')
  const { id } = (await (await post(collector, [...lines, future].join(''))).json()) as {
    readonly id: string
  }
  await collector.decided()
  const { out } = await run('submissions', id, '--json', '--data', folder)
  const { account } = JSON.parse(out) as Receipt
  equal(account?.accepted, 2)
  deepEqual(
    account?.refused.map(({ reason, count }) => [reason, count]),
    [['future', 1]],
  )
  const hosts = await run('hosts', '--data', folder)
  match(hosts.out, /^192\.88\.1\.7 +codered-n [^]*^192\.88\.1\.8 +codered-n /m)
})
