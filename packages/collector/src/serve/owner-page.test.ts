import { deepEqual, equal, match, notEqual, ok } from 'node:assert/strict'
import { test } from 'node:test'
import type { Instant } from '@redalert/core'
import { hostile, ownerPageOf } from './any-owner-page.ts'

const form = 'application/x-www-form-urlencoded'

function say(url: string, body: string, headers: Record<string, string> = {}): Promise<Response> {
  return fetch(url, {
    method: 'POST',
    body,
    redirect: 'manual',
    headers: { 'content-type': form, ...headers },
  })
}

test('a link that is followed shows the machines and changes nothing, however often', async () => {
  await using page = await ownerPageOf('nl, en')
  const before = page.states()
  for (const method of ['GET', 'HEAD', 'GET']) {
    const answer = await fetch(`${page.url}${page.path}`, { method })
    equal(answer.status, 200)
    if (method === 'HEAD') continue
    const text = await answer.text()
    match(text, /<html lang="nl">/)
    match(text, /Uw machines, zaak RA-2026-000001/)
    match(text, /192\.0\.2\.1/)
    match(text, /192\.0\.2\.2/)
    match(text, /<pre>[^<]*\[\.\]exe/)
    ok(!text.includes(hostile))
    ok(!/<script|<img|<b>/.test(text))
  }
  deepEqual(page.states(), before)
})

test('the page may load nothing, is in no search engine, no cache and no referer', async () => {
  await using page = await ownerPageOf('en')
  const { headers } = await fetch(`${page.url}${page.path}`)
  equal(headers.get('referrer-policy'), 'no-referrer')
  match(headers.get('x-robots-tag') ?? '', /noindex/)
  equal(headers.get('cache-control'), 'no-store')
  match(
    headers.get('content-security-policy') ?? '',
    /^default-src 'none'; style-src 'sha256-[\w+/=]+'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'$/,
  )
})

for (const [body, hosts, known, open] of [
  ['say=cleaned', ['claimed-cleaned', 'claimed-cleaned'], 'told', []],
  ['say=patched&about=192.0.2.2', ['told', 'claimed-patched'], 'told', []],
  ['say=acknowledge', ['told', 'told'], 'waiting', []],
  ['say=not-ours&about=192.0.2.1', ['disputed', 'told'], 'told', ['not-ours']],
  ['say=false-positive', ['disputed', 'disputed'], 'disputed', ['false-positive']],
  ['say=dynamic', ['told', 'told'], 'told', []],
  ['say=stop', ['told', 'told'], 'opted-out', []],
  ['List-Unsubscribe=One-Click', ['told', 'told'], 'opted-out', []],
  ['say=cleaned&about=198.51.100.1', ['told', 'told'], 'told', []],
] as const) {
  test(`a form that says ${body} does so, and shows the page again`, async () => {
    await using page = await ownerPageOf('en')
    const answer = await say(`${page.url}${page.path}`, body)
    deepEqual([answer.status, answer.headers.get('location')], [303, page.path])
    const { hosts: now, known: inCase, open: waiting } = page.states()
    deepEqual([now, inCase, waiting], [hosts, known, open])
  })
}

test('a mail program may unsubscribe for its reader in a form of parts too, and no other page may', async () => {
  await using page = await ownerPageOf('en')
  const url = `${page.url}${page.path}`
  const parts = (value: string) =>
    `--x\r\nContent-Disposition: form-data; name="List-Unsubscribe"\r\n\r\n${value}\r\n--x--\r\n`
  const multipart = { 'content-type': 'multipart/form-data; boundary=x' }
  equal((await say(url, parts('No'), multipart)).status, 422)
  equal(
    (await say(url, 'List-Unsubscribe=One-Click', { 'sec-fetch-site': 'cross-site' })).status,
    403,
  )
  equal(page.states().known, 'told')
  equal((await say(url, parts('One-Click'), multipart)).status, 303)
  equal(page.states().known, 'opted-out')
  match(await (await fetch(url)).text(), /You asked for no more letters/)
})

test('another page, another kind of body and other words change nothing', async () => {
  await using page = await ownerPageOf('en')
  const { events } = page.states()
  const url = `${page.url}${page.path}`
  equal((await say(url, 'say=cleaned', { 'sec-fetch-site': 'cross-site' })).status, 403)
  equal((await say(url, 'say=cleaned', { 'content-type': 'text/plain' })).status, 403)
  equal((await say(url, 'say=everything')).status, 422)
  equal(page.states().events, events)
})

test('a key that was changed, guessed or is too old opens nothing and says nothing', async () => {
  await using page = await ownerPageOf('en')
  const last = page.path.slice(-2, -1) === 'A' ? 'B' : 'A'
  const changed = `${page.path.slice(0, -2)}${last}${page.path.slice(-1)}`
  for (const path of [changed, `/o/${'A'.repeat(48)}`, '/o/x']) {
    equal((await fetch(`${page.url}${path}`)).status, 404)
    equal((await say(`${page.url}${path}`, 'say=cleaned')).status, 404)
  }
  await using old = await ownerPageOf('en', '2025-11-01T00:00:00Z' as Instant)
  notEqual(old.path, page.path)
  equal((await fetch(`${old.url}${old.path}`)).status, 404)
})

test('no key stands in a log', async () => {
  await using page = await ownerPageOf('en')
  const url = `${page.url}${page.path}`
  await fetch(url)
  await say(url, 'say=not-ours')
  await say(url, 'say=nonsense')
  await fetch(`${url}/more`)
  const key = page.path.slice('/o/'.length)
  deepEqual(
    page.logged.filter(line => line.includes(key)),
    [],
  )
})
