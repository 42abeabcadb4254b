import { deepEqual, equal, match, notEqual, ok } from 'node:assert/strict'
import { test } from 'node:test'
import { linksIn, owner, sayOn, tellingCollector } from './any-telling.ts'

type List = {
  readonly tlp: string
  readonly at: string
  readonly expires: string
  readonly hosts: readonly {
    readonly id: string
    readonly source: string
    readonly state: string
  }[]
}

async function read(url: string): Promise<List> {
  const answer = await fetch(url)
  equal(answer.status, 200)
  return (await answer.json()) as List
}

test('a key that is mailed opens the list of their own machines, until they close it', async () => {
  await using desk = await tellingCollector()
  const { here, reachedBy } = desk
  await desk.tellOf('192.0.2.10', '198.51.100.7')
  const first = await reachedBy(({ to }) => to === owner)
  const page = here(linksIn(first, '/o/')[0] ?? '')
  equal(linksIn(first, '/f/').length, 0)
  const guessed = `${desk.url}/f/${page.slice(-48)}/hosts.json`
  equal((await fetch(guessed)).status, 404, 'the key of a page opens no list')
  equal(await sayOn(page, { say: 'feed' }), 303)
  match(await (await fetch(page)).text(), /is on its way/)
  const brings = await reachedBy(({ head }) => head.includes('The address of your list'))
  equal(brings.to, owner)
  const [json = '', csv = ''] = linksIn(brings, '/f/').map(here)
  ok(json.endsWith('/hosts.json') && csv.endsWith('/hosts.csv'))

  const pageOfIt = linksIn(brings, '/o/')[0] ?? ''
  equal((await fetch(`${desk.url}/f/${pageOfIt.slice(-48)}/hosts.csv`)).status, 404)
  equal((await fetch(`${desk.url}/o/${json.split('/')[4]}`)).status, 404)
  const list = await read(json)
  deepEqual(
    list.hosts.map(({ source, state }) => [source, state]),
    [['192.0.2.10', 'active']],
  )
  deepEqual([list.tlp, Date.parse(list.expires) - Date.parse(list.at)], ['AMBER', 86_400_000])
  // One that nobody was told of yet stands there too, for they answer for it.
  await desk.tellOf('192.0.2.11')
  for (let wait = 0; wait < 100; wait++) {
    using ledger = desk.ledger()
    if (ledger.answerers.of(owner).length > 1) break
    await new Promise(resolve => setTimeout(resolve, 100))
  }
  const more = await read(json)
  deepEqual(more.hosts.map(({ source }) => source).toSorted(), ['192.0.2.10', '192.0.2.11'])
  equal(more.hosts.find(({ source }) => source === '192.0.2.10')?.id, list.hosts[0]?.id)
  const table = await fetch(csv)
  match(table.headers.get('content-type') ?? '', /^text\/csv/)
  match(
    table.headers.get('content-disposition') ?? '',
    /filename="\d{4}-\d\d-\d\d-event4_honeypot_http_scan-redalert\.csv"/,
  )
  const [heading = '', ...rows] = (await table.text()).trim().split('\r\n')
  match(heading, /^"timestamp","protocol","src_ip","src_port"/)
  equal(rows.length, 2)
  ok(rows.some(row => row.includes(`"${list.hosts[0]?.id}"`)))
  equal(table.headers.get('cache-control'), 'no-store')

  // What is disputed is gone at once, and claimed ones say so.
  equal(await sayOn(page, { say: 'not-ours', about: '192.0.2.10' }), 303)
  deepEqual(
    (await read(json)).hosts.map(({ source }) => source),
    ['192.0.2.11'],
  )
  await desk.run('outbox', 'stop')
  equal((await fetch(json)).status, 503)
  equal((await desk.run('outbox', 'go')).code, 0)
  equal((await fetch(json)).status, 200)
  equal((await fetch(json)).status, 429, 'six times a minute are enough for a program')

  equal(await sayOn(page, { say: 'no-feed' }), 303)
  desk.putForward(1)
  equal((await fetch(csv)).status, 404)
  equal(await sayOn(page, { say: 'feed' }), 303)
  const again = await reachedBy(
    mail => mail !== brings && mail.head.includes('The address of your list'),
  )
  notEqual(again.text, brings.text)
  equal((await fetch(csv)).status, 404, 'what was closed stays closed')
  equal((await fetch(here(linksIn(again, '/f/')[1] ?? ''))).status, 200)
  const keys = (await desk.all())
    .flatMap(mail => linksIn(mail, '/f/'))
    .map(link => link.split('/')[4] ?? '')
  equal(keys.length, 4)
  deepEqual(
    desk.logged.filter(line => keys.some(key => line.includes(key))),
    [],
  )
})
