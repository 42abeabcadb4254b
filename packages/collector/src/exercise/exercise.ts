import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { DNSResolver } from 'mailauth'
import { createTransport } from 'nodemailer'
import { type Instant, instantOfSeconds, type Receipt } from '@redalert/core'
import { stateOf } from '../believing/stated-host.ts'
import { readConfig } from '../config/read-config.ts'
import { keyBytes, newKey } from '../keys/new-key.ts'
import { accountLines } from '../outbox/receipt-letter.ts'
import { startLog } from '../serve/log.ts'
import { serve, type Serving } from '../serve/serve.ts'
import { sqliteSubmitterBook } from '../store/sqlite/submitters/submitter-book.ts'
import { readBeliefs } from '../store/sqlite/beliefs/read-beliefs.ts'
import { sqliteReader } from '../store/sqlite/sqlite-reader.ts'
import { madeLog, type MadeHost } from './made-log.ts'
import type { ExerciseOptions } from './exercise-options.ts'
import { hostTable } from './host-table.ts'
import { lettersOf } from './letters-of.ts'
import { openMailboxes } from './mailboxes.ts'

const nimda = { source: '192.0.2.10', family: 'nimda' } as const
const codeRed = { source: '198.51.100.20', family: 'codered-n' } as const
const jaws = { source: '203.0.113.30', family: 'jaws' } as const
const seenOnce = { source: '198.51.100.40', family: 'codered-x' } as const

type Teller = { readonly domain: string; readonly sees: readonly MadeHost[] }

const tellers: readonly Teller[] = [
  { domain: 'school.example', sees: [nimda, codeRed, seenOnce] },
  { domain: 'shop.example', sees: [nimda, jaws, codeRed] },
]
const own: readonly MadeHost[] = [nimda, codeRed, jaws]
const mailbox = 'redalert@collector.example'
const ago = 2 * 3600

/**
 * Holds an exercise: three web servers tell a collector of machines that are made up, by real HTTP and real mail on this
 * machine alone. Says what it does, what the receipts say, and what the collector knows afterwards.
 */
export async function exercise(options: ExerciseOptions): Promise<void> {
  const { folder, clock, say, until } = options
  await using mailboxes = await openMailboxes()
  const from = instantOfSeconds(clock() / 1000 - ago) ?? ('1970-01-01T00:00:00Z' as Instant)
  const key = enrolOwn(options, from)
  await using serving = await startCollector(options, mailboxes.port)

  await say('Three web servers tell a collector what their logs show. All of it is made up: the')
  await say("requests are the samples of the families, from addresses that are nobody's.")
  await say('')
  await say("The collector's own server tells by HTTP; its receipt:")
  for (const line of await tellByHttp(serving, key, madeLog(own, from))) await say(line)
  await say('')
  await say(`Two others tell by mail to ${mailbox}, with the subject APACHE. SPF proves`)
  await say('who they are, so each gets a receipt back:')
  for (const teller of tellers) await tellByMail(serving, teller, madeLog(teller.sees, from))
  for (const teller of tellers) {
    const receipt = await receiptFor(writerOf(teller), mailboxes.got)
    await say(`  to ${writerOf(teller)}: ${receipt}`)
  }
  await serving.decided()
  await say('')
  await say('What the collector knows now:')
  for (const line of knownIn(folder)) await say(line)
  await say('')
  for (const line of await lettersOf(options)) await say(line)
  await say('')
  if (!until) return
  const { http, smtp } = serving.ports
  await say(`It goes on until you press Ctrl-C, and listens on this machine alone. Try:`)
  await say(`  curl --data-binary @access.log http://127.0.0.1:${http}/api/v1/submissions`)
  await say(`  or mail lines to ${mailbox} at 127.0.0.1:${smtp}`)
  await until
}

async function startCollector(
  { folder, clock, random }: ExerciseOptions,
  relayPort: number,
): Promise<Serving> {
  const reading = readConfig(`
    [http]
    listen = "127.0.0.1:0"
    [smtp]
    listen = "127.0.0.1:0"
    [relay]
    host = "127.0.0.1"
    port = ${relayPort}
    from = "${mailbox}"`)
  if ('wrong' in reading) throw new Error(reading.wrong.join('\n'))
  return await serve({
    folder,
    config: reading.config,
    profile: 'exercise',
    log: startLog('error', process.stderr),
    environment: {},
    clock,
    random,
    resolve: resolveTellers,
  })
}

/** The machines that a collector knows, and how far each may go. */
function knownIn(folder: string): readonly string[] {
  using store = sqliteReader(folder)
  using beliefs = readBeliefs(join(folder, 'beliefs.db'))
  return beliefs ? hostTable([...store.hosts({})].map(row => stateOf(row, beliefs))) : []
}

/** Enrols the collector's own server; gives its key. */
function enrolOwn({ folder, random }: ExerciseOptions, at: Instant): string {
  using book = sqliteSubmitterBook(join(folder, 'intake.db'))
  book.record({ kind: 'met', name: 'own', as: 'own', at, batch: null })
  const { text, kept } = newKey({ submitter: 'own', scopes: ['submit'] }, at, random(keyBytes))
  book.addKey(kept)
  return text
}

/** The DNS of the exercise: this machine may send for those who tell. */
const resolveTellers = (async (domain: string, type: string) => {
  const isTeller = tellers.some(teller => teller.domain === domain)
  if (isTeller && type === 'TXT') return [['v=spf1 ip4:127.0.0.1 -all']]
  throw Object.assign(new Error('there is no such record in the exercise'), { code: 'ENOTFOUND' })
}) as DNSResolver

function writerOf({ domain }: Teller): string {
  return `admin@${domain}`
}

async function tellByHttp(
  { ports }: Serving,
  key: string,
  lines: readonly string[],
): Promise<readonly string[]> {
  const response = await fetch(`http://127.0.0.1:${ports.http}/api/v1/submissions?format=APACHE`, {
    method: 'POST',
    body: lines.join('\n'),
    headers: { 'content-type': 'text/plain', authorization: `Bearer ${key}` },
  })
  const { receipt } = (await response.json()) as { readonly receipt: Receipt }
  return receipt.account ? accountLines(receipt.account) : ['not read yet']
}

async function tellByMail(
  { ports }: Serving,
  teller: Teller,
  lines: readonly string[],
): Promise<void> {
  const transport = createTransport({ host: '127.0.0.1', port: ports.smtp ?? 0, ignoreTLS: true })
  await transport.sendMail({
    from: writerOf(teller),
    to: mailbox,
    subject: 'APACHE',
    text: `${lines.join('\n')}\n`,
  })
  transport.close()
}

const mostWaits = 200
const waitMilliseconds = 100

async function receiptFor(
  to: string,
  got: readonly { readonly to: string; readonly subject: string }[],
): Promise<string> {
  for (let waits = 0; waits < mostWaits; waits++) {
    const receipt = got.find(letter => letter.to === to)
    if (receipt) return receipt.subject
    await sleep(waitMilliseconds)
  }
  return 'none came within 20 seconds'
}
