import { ok } from 'node:assert/strict'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { type Instant, instantOfSeconds } from '@redalert/core'
import { SMTPServer } from 'smtp-server'
import { run } from '../cli/any-run.ts'
import { madeLog } from '../exercise/made-log.ts'
import { openLedger } from '../ledger/open-ledger.ts'
import { spokenText } from '../letters/answer/spoken-text.ts'
import { parseMessage } from '../letters/mime/parse-message.ts'
import { post, startCollector } from './any-collector.ts'
import { readyFolder } from './any-ready-folder.ts'

/** A mail that reached the relay: to whom, its head and what it says. */
export type Reached = { readonly to: string; readonly head: string; readonly text: string }

/** How the collector is reached, as its letters say. */
export const outside = 'https://collector.example.org'
export const owner = 'abuse@one.example'
const hour = 3_600_000

/** A collector that may send letters to the owner of 192.0.2.0/24, and what its relay got. Its clock can be put forward. */
export async function tellingCollector(more = '') {
  const came: { readonly to: string; readonly raw: Buffer }[] = []
  const reached: Reached[] = []
  const look = async (): Promise<void> => {
    for (const { to, raw } of came.splice(0)) reached.push({ to, ...(await readMail(raw)) })
  }
  const sink = new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
    onData(stream, { envelope }, done) {
      const chunks: Buffer[] = []
      stream.on('data', (chunk: Buffer) => chunks.push(chunk))
      stream.on('end', () => {
        const raw = Buffer.concat(chunks)
        for (const { address } of envelope.rcptTo) came.push({ to: address, raw })
        done()
      })
    },
  })
  await new Promise<void>(resolve => {
    sink.listen(0, '127.0.0.1', resolve)
  })
  const { port } = sink.server.address() as { readonly port: number }
  const toml = configuration(port, more)
  const { folder, key } = readyFolder(toml, `192.0.2.0/24 ${owner} language=en\n`)
  let ahead = 0
  const clock = () => Date.now() + ahead
  const collector = await startCollector({ folder, toml, clock })
  const now = (): Instant => instantOfSeconds(Math.floor(clock() / 1000)) as Instant
  const ofOwn = (words: readonly string[]) => run(...(words as [string]), '--data', folder)
  ok((await ofOwn(['outbox', 'go'])).code === 0)
  return {
    ...collector,
    folder,
    /** All that came so far. */
    all: async (): Promise<readonly Reached[]> => {
      await look()
      return reached
    },
    now,
    run: (...words: readonly string[]) => ofOwn(words),
    putForward: (hours: number) => void (ahead += hours * hour),
    /** The operator's own sensor tells of hosts, seen an hour ago. */
    tellOf: async (...sources: readonly string[]): Promise<void> => {
      const at = instantOfSeconds(Math.floor(clock() / 1000) - 3600) as Instant
      const hosts = sources.map(source => ({ source, family: 'nimda' }))
      const answer = await post(collector, madeLog(hosts, at).join('\n'), {
        query: '?format=apache',
        key,
      })
      ok(answer.ok)
      await collector.decided()
    },
    reachedBy: async (isIt: (mail: Reached) => boolean): Promise<Reached> => {
      for (let wait = 0; wait < 250; wait++) {
        await look()
        const found = reached.find(isIt)
        if (found) return found
        // A round begins every five seconds; one that plans is asked for here.
        if (wait % 50 === 0) await collector.decided()
        await sleep(100)
      }
      throw new Error(
        `only these came: ${reached.map(({ to, head }) => `${to} ${head}`).join('\n')}`,
      )
    },
    ledger: () => openLedger(join(folder, 'cases.db')),
    /** Where a link of a mail leads, on this machine. */
    here: (link: string) => link.replace(outside, collector.url),
    async [Symbol.asyncDispose]() {
      await collector[Symbol.asyncDispose]()
      await new Promise<void>(resolve => {
        sink.close(() => resolve())
      })
    },
  }
}

/** The links of a mail that lead to a part of the collector. */
export function linksIn({ text }: Reached, path: '/o/' | '/f/'): readonly string[] {
  return text.split('\n').filter(line => line.startsWith(`${outside}${path}`))
}

/** Sends the form of a page. */
export async function sayOn(url: string, form: Readonly<Record<string, string>>): Promise<number> {
  const answer = await fetch(url, {
    method: 'POST',
    body: new URLSearchParams(form),
    redirect: 'manual',
    headers: { connection: 'close' },
  })
  return answer.status
}

async function readMail(raw: Buffer) {
  const whole = raw.toString('latin1')
  const parsed = await parseMessage(raw)
  return {
    head: whole.slice(0, whole.indexOf('\r\n\r\n')).replaceAll(/\r\n[ \t]/g, ' '),
    text: 'wrong' in parsed ? '' : spokenText(parsed.message.parts).replaceAll('\r\n', '\n'),
  }
}

function configuration(port: number, more: string): string {
  return `
[http]
address = "${outside}"
[relay]
host = "127.0.0.1"
port = ${port}
from = "redalert@notices.example.org"
[owners]
overrides = ["owners.txt"]
[policy]
settle_hours = 0
open_from = 0
open_until = 24
[outbox]
mode = "live"
organisation = "Example desk"
first_approved = 0
dkim_domain = "notices.example.org"
dkim_rsa_selector = "r1"
dkim_rsa_key = "rsa.pem"
${more}`
}
