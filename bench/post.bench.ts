import { once } from 'node:events'
import { spawn } from 'node:child_process'
import { generateKeyPairSync } from 'node:crypto'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { connect, createServer } from 'node:net'
import { cpus, loadavg, release, tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { type Instant, instantOfSeconds } from '@redalert/core'
import { openLedger } from '../packages/collector/src/ledger/open-ledger.ts'
import { standardLimits } from '../packages/collector/src/outbox/planning/standard-limits.ts'
import { postLetters } from '../packages/collector/src/outbox/posting/post-letters.ts'
import { mailSigner } from '../packages/collector/src/outbox/posting/sign-mail.ts'
import { compose } from '../packages/notices/src/compose/compose.ts'
import { parseMailAddress } from '../packages/notices/src/safe/mail-address.ts'
import { parseMessageId } from '../packages/notices/src/safe/message-id.ts'
import { exampleHost, exampleNotice, examplePost } from '../packages/notices/test/example-notice.ts'

// Makes digests of twenty machines each, writes them down, signs them and hands them to Postfix's smtp-sink, one connection
// after the other as a collector does.

const [count, hostsEach] = [200, 20]
const program = ['/usr/sbin/smtp-sink', '/usr/bin/smtp-sink'].find(path => existsSync(path))
const at = (second: number) => instantOfSeconds(1_760_000_000 + second) as Instant
const [cpu] = cpus()
console.log(
  `${cpu?.model ?? 'unknown processor'}, ${cpus().length} cores, ${process.platform} ${release()}, Node ${process.version}, load ${loadavg()[0]?.toFixed(1)}`,
)
if (program === undefined) console.log('there is no smtp-sink (postfix) here: nothing was measured')
else await measure(program)

async function measure(sinkProgram: string): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'redalert-bench-'))
  const port = await freePort()
  const user = process.getuid?.() === 0 ? ['-u', 'nobody'] : []
  const sink = spawn(sinkProgram, [...user, `127.0.0.1:${port}`, '32'], { stdio: 'ignore' })
  try {
    while (!(await isOpen(port))) await sleep(50)
    using ledger = openLedger(join(folder, 'cases.db'))
    const { book, letterbox } = ledger
    letterbox.turnGate({ state: 'open', at: at(0), by: 'person', because: null })
    const drafts: Awaited<ReturnType<typeof composeOne>>[] = []
    await timed('composed', async () => {
      for (let number = 0; number < count; number++) drafts.push(await composeOne(number))
    })
    await timed('written down', async () => {
      for (const draft of drafts) letterbox.letGo(draft, [])
    })
    const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey
    const pem = rsa.export({ type: 'pkcs8', format: 'pem' }).toString()
    const sign = mailSigner({ domain: 'example.org', rsa: { selector: 'r1', pem } })
    const all = {
      address_day: 9,
      address_week: 9,
      domain_hour: count,
      most_hour: 1e6,
      start_hour: 1e6,
    }
    let left = 0
    await timed('signed, handed over and noted', async () => {
      for (let round = 0; round * 50 < count; round++)
        left += await postLetters({
          book,
          letterbox,
          relay: { host: '127.0.0.1', port, tls: false, from: 'notices@example.org' },
          sign,
          limits: { ...standardLimits(), mode: 'live', ...all },
          now: () => at(10),
          isStopped: () => false,
          report: error => console.log(String(error)),
        })
    })
    if (left !== count) throw new Error(`only ${left} letters left`)
  } finally {
    const gone = once(sink, 'exit')
    sink.kill('SIGKILL')
    await gone
    rmSync(folder, { recursive: true })
  }
}

async function composeOne(number: number) {
  const mailbox = `abuse@desk${number}.example.net`
  const address = parseMailAddress(mailbox)
  const messageId = parseMessageId(`<${number}@example.org>`)
  if (!address || !messageId) throw new Error('these are a mailbox and a name of a mail')
  const hosts = Array.from({ length: hostsEach }, (_, host) =>
    exampleHost({ source: `192.0.2.${host + 1}` as never }),
  )
  const recipient = { address, language: 'en', form: 'digest' } as const
  const made = await compose(exampleNotice({ hosts, recipient }), { ...examplePost, messageId })
  return {
    contact: mailbox,
    mailbox,
    organisation: null,
    rung: 'owner' as const,
    stage: 'first',
    hosts: [],
    caseName: `RA-2026-${String(number).padStart(6, '0')}`,
    decidedBy: [],
    at: at(1),
    messageId: String(messageId),
    subject: made.subject,
    returnTo: `b-${number}@bounce.example.org`,
    mail: made.eml,
  }
}

async function timed(label: string, run: () => Promise<void>): Promise<void> {
  const before = performance.now()
  const { user, system } = process.cpuUsage()
  await run()
  const used = process.cpuUsage()
  const computed = (used.user + used.system - user - system) / 1e6
  const wall = (performance.now() - before) / 1000
  console.log(
    `${count} digests of ${hostsEach} machines ${label}: ${(count / wall).toFixed(0)} per second on the wall, ${(count / computed).toFixed(0)} per second computed`,
  )
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  await once(server, 'close')
  return typeof address === 'object' && address ? address.port : 0
}

async function isOpen(port: number): Promise<boolean> {
  return await new Promise(resolve => {
    const socket = connect(port, '127.0.0.1', () => {
      socket.destroy()
      resolve(true)
    })
    socket.once('error', () => resolve(false))
  })
}
