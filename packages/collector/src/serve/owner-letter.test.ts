import { deepEqual, equal, match, ok } from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { type Instant, knownFamilies } from '@redalert/core'
import { headerText, parseMailbox } from '@redalert/notices'
import { contact } from '../hearing/any-hearing.ts'
import { openLedger } from '../ledger/open-ledger.ts'
import { spokenText } from '../letters/answer/spoken-text.ts'
import { parseMessage } from '../letters/mime/parse-message.ts'
import { party } from '../policy/any-policy.ts'
import { sqliteReader } from '../store/sqlite/sqlite-reader.ts'
import type { WishedForm } from '../wishes/wish.ts'
import { noWishes } from '../wishes/wishes.ts'
import { composeLetter } from '../telling/compose-letter.ts'
import { ownerPageOf } from './any-owner-page.ts'

test('the link that stands in a letter opens the page of its reader, and stands there only where the collector has an address', async () => {
  await using made = await ownerPageOf('en')
  using store = sqliteReader(made.folder)
  using ledger = openLedger(join(made.folder, 'cases.db'))
  const hosts = [...ledger.book.hosts()]
  const at = '2026-06-02T00:00:00Z' as Instant
  const caseName = 'RA-2026-000001'
  const mail = { contact, party: party(contact), rung: 'owner', stage: 'more', hosts } as const
  const letter = (address?: string, form?: WishedForm, of = hosts) =>
    composeLetter(
      {
        ...mail,
        hosts: of,
        since: at,
        person: null,
        ...(form && { wishes: { ...noWishes, form } }),
      },
      { caseName, at, ticket: undefined, thread: [] },
      {
        sender: {
          kind: 'desk',
          mailbox: parseMailbox('notices@notices.example.org')!,
          organisation: headerText('A desk'),
        },
        key: readFileSync(join(made.folder, 'return.key')),
        random: randomBytes,
        ...(address !== undefined && { address }),
        cells: store.cells,
        families: knownFamilies,
        decidersOf: () => [],
        ownerOf: () => undefined,
        partiesOf: () => 2,
        newId: () => '00000000-0000-4000-8000-000000000000',
      },
    )
  const composed = await letter('https://collector.example.org')
  ledger.letterbox.letGo(
    {
      ...mail,
      ...composed,
      hosts,
      mailbox: contact,
      organisation: null,
      caseName,
      at,
    },
    [],
  )
  const text = await textOf(composed.mail)
  const [, path] = /^https:\/\/collector\.example\.org(\/o\/[\w-]{48})$/m.exec(text) ?? []
  ok(path !== undefined)
  const head = Buffer.from(composed.mail)
    .toString('latin1')
    .replaceAll('\r\n\t', ' ')
    .replaceAll('\r\n ', ' ')
  ok(head.includes(`List-Unsubscribe: <https://collector.example.org${path}>, <mailto:`))
  match(head, /^List-Unsubscribe-Post: List-Unsubscribe=One-Click\r$/m)
  const answer = await fetch(`${made.url}${path}`)
  equal(answer.status, 200)
  match(await answer.text(), /case RA-2026-000001/)
  const typeOf = async (form: WishedForm, of = hosts) =>
    /^Content-Type: ([a-z/]+)/m.exec(
      Buffer.from((await letter(undefined, form, of)).mail).toString(),
    )?.[1]
  deepEqual(
    [await typeOf('text'), await typeOf('cert'), await typeOf('xarf', hosts.slice(0, 1))],
    ['text/plain', 'multipart/mixed', 'multipart/report'],
  )
  equal(await typeOf('xarf'), 'multipart/mixed', 'a report is about one machine')
  ok(!(await textOf((await letter()).mail)).includes('/o/'))
  ok(!(await textOf((await letter('http://collector.example.org')).mail)).includes('/o/'))
})

async function textOf(mail: Uint8Array): Promise<string> {
  const parsed = await parseMessage(mail)
  return 'wrong' in parsed ? '' : spokenText(parsed.message.parts)
}
