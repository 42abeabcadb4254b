import { ok } from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Instant } from '@redalert/core'
import { addressesOf, contact, draftOf, leave, tokenOf } from '../hearing/any-hearing.ts'
import { openLedger } from '../ledger/open-ledger.ts'
import type { NoteStage } from '../letterbox.ts'
import { pageKey } from '../telling/page-key.ts'
import { post, startCollector } from './any-collector.ts'

/** What would run if a page did not make it harmless. */
export const hostile = `"><script>document.title='owned'</script><img/src=x/onerror=document.title='owned'>`

const paths = [
  '/scripts/root.exe?/c+dir',
  '/MSADC/root.exe?/c+dir',
  '/c/winnt/system32/cmd.exe?/c+dir',
  '/d/winnt/system32/cmd.exe?/c+dir',
  '/scripts/..%255c../winnt/system32/cmd.exe?/c+dir',
  '/_vti_bin/..%255c../..%255c../..%255c../winnt/system32/cmd.exe?/c+dir',
  '/_mem_bin/..%255c../..%255c../..%255c../winnt/system32/cmd.exe?/c+dir',
  '/scripts/..%c1%1c../winnt/system32/cmd.exe?/c+dir',
]

/** A collector that wrote a letter of two machines, the logs that show one of them, and its page. */
export async function ownerPageOf(language: string, at = '2026-06-01T00:00:00Z' as Instant) {
  const collector = await startCollector({
    toml: '[relay]\nhost = "127.0.0.1"\nport = 9\nfrom = "notices@notices.example.org"\n[outbox]\norganisation = "The desk <b>of</b> tests"\n',
    clock: () => Date.parse('2026-06-02T00:00:00Z'),
  })
  const key = readFileSync(join(collector.folder, 'return.key'))
  leave(join(collector.folder, 'cases.db'), key, language)
  const lines = paths.map(
    (path, second) =>
      `192.0.2.1 - - [01/Jun/2026:10:00:0${second} +0000] "GET ${path}+${hostile.replaceAll('"', '%22')} HTTP/1.0" 404 283 "-" "-"`,
  )
  const sent = await post(collector, `${lines.join('\n')}\n`)
  ok(sent.ok)
  await collector.settled()
  const path = `/o/${pageKey(tokenOf(1), at, key)}`
  const states = () => {
    using ledger = openLedger(join(collector.folder, 'cases.db'))
    const [known] = [...ledger.book.cases()].map(({ state }) => state)
    return {
      known,
      hosts: [...ledger.book.hosts()].map(({ state }) => state),
      events: [...ledger.book.events(0)].length,
      open: [...ledger.heard.list({ all: false })].map(({ subject }) => subject),
    }
  }
  /** The page of a mail that is no letter, which was made beside the letter. */
  const notePath = (stage: NoteStage): string => {
    using ledger = openLedger(join(collector.folder, 'cases.db'))
    const draft = {
      ...draftOf(2, 'noc@example.org'),
      stage,
      about: stage === 'summary' ? 'alice' : contact,
      at: '2026-06-01T00:00:00Z' as Instant,
      returnTo: addressesOf(2, key).bounces,
      mail: Buffer.from(`Subject: a note\r\nContent-Language: ${language}\r\n\r\n\r\n`),
    }
    ledger.letterbox.letGo(draft, [])
    const { mailbox, messageId } = draft
    ledger.summaries.wish({ submitter: 'alice', wants: 'on', mailbox })
    ledger.wishes.say([
      { contact, at: draft.at, kind: 'mailbox', mailbox },
      { contact, at: draft.at, kind: 'mailbox-written', messageId },
    ])
    return `/o/${pageKey(tokenOf(2), at, key)}`
  }
  return { ...collector, path, notePath, states }
}
