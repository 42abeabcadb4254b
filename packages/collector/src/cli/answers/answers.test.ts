import { deepEqual, equal, match } from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { at } from '../../cases/book/any-event.ts'
import { contact, hosts, leave } from '../../hearing/any-hearing.ts'
import { openLedger } from '../../ledger/open-ledger.ts'
import { run } from '../any-run.ts'

/** A folder in which one contact wrote twice, and disputes all. */
function answered() {
  const folder = mkdtempSync(join(tmpdir(), 'redalert-answers-'))
  const file = join(folder, 'cases.db')
  leave(file)
  using ledger = openLedger(file)
  const add = (sha256: string, kind: string, text: string) =>
    ledger.heard.keep(
      {
        sha256,
        at: at(9),
        kind,
        isOpen: true,
        letter: 1,
        contact,
        caseName: 'RA-2026-000001',
        isProven: true,
        sender: 'Desk \x1b[2J <abuse@desk.example.org>',
        subject: 'Re: 2 machines',
        text,
        mail: Buffer.from(`Subject: ${text}\r\n\r\n${text}\r\n`),
      },
      {
        events: [
          ...hosts.map(host => ({
            of: 'host' as const,
            event: { ...host, at: at(9), kind: 'disputed' as const },
          })),
          { of: 'case', event: { contact, at: at(9), kind: 'case-disputed' } },
        ],
        outcome: null,
      },
    )
  add('1', 'commands', 'not ours')
  add('2', 'answer', 'Are you sure?\nWe have no such machine.')
  const states = () => {
    using now = openLedger(file)
    return [now.book.case(contact)?.state, ...[...now.book.hosts()].map(({ state }) => state)]
  }
  return {
    folder,
    states,
    run: (...words: readonly string[]) => run('answers', ...words, '--data', folder),
    [Symbol.dispose]: () => rmSync(folder, { recursive: true }),
  }
}

test('a person lists what waits, reads one, and takes the mail as it came', async () => {
  using made = answered()
  const list = await made.run('list')
  equal(list.code, 0)
  match(list.out, /^1 +\S+ +commands +RA-2026-000001 Desk \\u\{1b\}\[2J/m)
  const shown = await made.run('show', '2')
  match(shown.out, /about a letter to abuse@desk\.example\.org: outbox show 1\n/)
  match(shown.out, /^Are you sure\?\nWe have no such machine\.$/m)
  equal((await made.run('show', '1', '--raw')).out, 'Subject: not ours\r\n\r\nnot ours\r\n')
  const lines = (await made.run('list', '--json')).out.trim().split('\n')
  deepEqual(
    lines.map(line => (JSON.parse(line) as { came: string }).came),
    ['commands', 'answer'],
  )
})

test('a dispute is settled by what a person found, and letters go on after the last answer', async () => {
  using made = answered()
  const asked = await made.run('done', '1')
  equal(asked.code, 2)
  match(asked.told, /2 machines are disputed/)
  deepEqual(made.states(), ['disputed', 'disputed', 'disputed'])
  equal((await made.run('done', '1', '--evidence', 'stands')).code, 0)
  deepEqual(made.states(), ['disputed', 'told', 'told'])
  equal((await made.run('done', '2')).code, 0)
  deepEqual(made.states(), ['told', 'told', 'told'])
  equal((await made.run('done', '2')).code, 1)
  equal((await made.run('list')).code, 1)
  equal((await made.run('list', '--all')).code, 0)
})

test('evidence that falls is never told again', async () => {
  using made = answered()
  equal((await made.run('done', '1', '2', '--evidence', 'falls')).code, 0)
  deepEqual(made.states(), ['told', 'excluded', 'excluded'])
})

test('what is no verb, no number and no finding is said', async () => {
  using made = answered()
  match((await made.run('lst')).told, /no answers "lst"/)
  match((await made.run('show', '1e3')).told, /no number of an answer/)
  match((await made.run('done', '1', '--evidence', 'perhaps')).told, /stands or falls/)
})
