import { deepEqual, equal, match } from 'node:assert/strict'
import { execFile, execFileSync, spawn } from 'node:child_process'
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { once } from 'node:events'
import { connect, createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { after, before, test } from 'node:test'
import { promisify } from 'node:util'
import { sqliteReader } from '../store/sqlite/sqlite-reader.ts'
import { startCollector, testFolder, type TestCollector } from './any-collector.ts'

const run = promisify(execFile)
const worm = (last: number) =>
  `192.0.2.${last} - - [19/Jul/2001:16:08:55 +0200] "GET /scripts/..%255c../winnt/system32/cmd.exe?/c+dir HTTP/1.0" 404 283 "-" "-"`

let collector: TestCollector
before(async () => {
  collector = await startCollector({ toml: '[smtp]\ntrusted_relays = ["127.0.0.1"]\n' })
})
after(() => collector[Symbol.asyncDispose]())

/** Says why a test is skipped where a program is missing. */
function missing(program: string): string | false {
  try {
    execFileSync('sh', ['-c', `command -v ${program}`], { stdio: 'ignore' })
    return false
  } catch {
    return `${program} is not there`
  }
}

/** Waits for so many more arrivals, and gives how each is proven and what was accepted, the oldest first. */
async function arrivals(since: number, count: number): Promise<readonly unknown[]> {
  for (let wait = 0; wait < 300 && collector.kept() < since + count; wait++) await sleep(100)
  await collector.settled()
  using store = sqliteReader(collector.folder)
  return store
    .submissions({ limit: collector.kept() - since })
    .map(({ proof, account }) => `${proof} ${account?.accepted}`)
    .toReversed()
}

test('swaks brings a mail', { skip: missing('swaks') }, async () => {
  const since = collector.kept()
  const { stdout } = await run('swaks', [
    '--server',
    `127.0.0.1:${collector.ports.smtp}`,
    '--from',
    'owner@example.org',
    '--to',
    'redalert@example.org',
    '--header',
    'Subject: APACHE',
    '--body',
    worm(1),
  ])
  match(stdout, /<-  250 2\.0\.0 kept as /)
  deepEqual(await arrivals(since, 1), ['none 1'])
})

test('curl brings a mail, and a log by HTTP', { skip: missing('curl') }, async () => {
  const since = collector.kept()
  const folder = testFolder()
  const mail = join(folder, 'mail.eml')
  writeFileSync(mail, `From: owner@example.org\r\nSubject: APACHE\r\n\r\n${worm(2)}\r\n`)
  await run('curl', [
    '-s',
    '-S',
    '--url',
    `smtp://127.0.0.1:${collector.ports.smtp}/client.example.org`,
    '--mail-from',
    'owner@example.org',
    '--mail-rcpt',
    'redalert@example.org',
    '--upload-file',
    mail,
  ])
  const log = join(folder, 'access.log')
  writeFileSync(log, `${worm(3)}\n`)
  const { stdout } = await run('curl', [
    '-s',
    '-S',
    '--data-binary',
    `@${log}`,
    '-H',
    'Content-Type: text/plain',
    `${collector.url}/api/v1/submissions?format=apache`,
  ])
  match(stdout, /"accepted":1/)
  deepEqual(await arrivals(since, 2), ['none 1', 'none 1'])
})

test('s-nail brings a mail', { skip: missing('s-nail') }, async () => {
  const since = collector.kept()
  const sending = run('s-nail', [
    '-:/',
    '-Sv15-compat',
    '-Ssendwait',
    '-Ssmtp-hostname=example.org',
    `-Smta=smtp://127.0.0.1:${collector.ports.smtp}`,
    '-Ssmtp-auth=none',
    '-Sttycharset=utf-8',
    '-r',
    'owner@example.org',
    '-s',
    'APACHE',
    'redalert@example.org',
  ])
  sending.child.stdin?.end(`${worm(4)}\n${'x'.repeat(2000)}\n`)
  await sending
  deepEqual(await arrivals(since, 1), ['none 1'])
})

/** A port that nobody listens at. */
async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>(resolve => {
    server.listen(0, '127.0.0.1', resolve)
  })
  const address = server.address()
  await new Promise(resolve => {
    server.close(resolve)
  })
  return typeof address === 'object' && address ? address.port : 0
}

/** The services of a Postfix that takes mail in at a port, as root. */
const services = (port: number) => `127.0.0.1:${port} inet n - n - - smtpd
pickup unix n - n 60 1 pickup
cleanup unix n - n - 0 cleanup
qmgr unix n - n 300 1 qmgr
rewrite unix - - n - - trivial-rewrite
smtp unix - - n - - smtp
lmtp unix - - n - - lmtp
error unix - - n - - error
retry unix - - n - - error
bounce unix - - n - 0 bounce
defer unix - - n - 0 bounce
trace unix - - n - 0 bounce
flush unix n - n 1000? 0 flush
proxymap unix - - n - - proxymap
anvil unix - - n - 1 anvil
postlog unix-dgram n - n - 1 postlogd
`

/** Starts a Postfix of our own that hands everything to the collector: one domain by SMTP, one by LMTP. */
async function startPostfix() {
  const folder = mkdtempSync(join(tmpdir(), 'redalert-postfix-'))
  chmodSync(folder, 0o755)
  const port = await freePort()
  for (const name of ['queue', 'data']) mkdirSync(join(folder, name))
  execFileSync('chown', ['postfix', join(folder, 'data')])
  const { smtp, lmtp } = collector.ports
  const settings = {
    compatibility_level: '3.6',
    queue_directory: join(folder, 'queue'),
    data_directory: join(folder, 'data'),
    myhostname: 'relay.example.org',
    mydestination: '',
    inet_interfaces: '127.0.0.1',
    inet_protocols: 'ipv4',
    mynetworks: '127.0.0.0/8',
    alias_maps: '',
    alias_database: '',
    relay_domains: 'example.org example.net',
    transport_maps: `inline:{ { example.org = smtp:[127.0.0.1]:${smtp} }, { example.net = lmtp:[127.0.0.1]:${lmtp} } }`,
    smtp_send_xforward_command: 'yes',
    lmtp_send_xforward_command: 'yes',
    smtpd_authorized_xclient_hosts: '127.0.0.0/8',
    maillog_file: '/dev/stdout',
  }
  const lines = Object.entries(settings).map(([name, value]) => `${name} = ${value}\n`)
  writeFileSync(join(folder, 'main.cf'), lines.join(''))
  writeFileSync(join(folder, 'master.cf'), services(port))
  const child = spawn('postfix', ['-c', folder, 'start-fg'], { stdio: 'ignore' })
  const isUp = async (): Promise<boolean> =>
    await new Promise(resolve => {
      const socket = connect(port, '127.0.0.1', () => {
        socket.destroy()
        resolve(true)
      })
      socket.on('error', () => resolve(false))
    })
  for (let wait = 0; wait < 300 && !(await isUp()); wait++) await sleep(100)
  return {
    port,
    folder,
    async [Symbol.asyncDispose]() {
      const ended = once(child, 'exit')
      child.kill('SIGTERM')
      await Promise.race([ended, sleep(10_000)])
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

const noPostfix =
  missing('postfix') ||
  missing('swaks') ||
  (process.getuid?.() === 0 ? false : 'only root may start Postfix')

test('Postfix hands mail on, and says where each came from', { skip: noPostfix }, async () => {
  await using relay = await startPostfix()
  let last = 10
  for (const to of ['redalert@example.org', 'redalert@example.net']) {
    const since = collector.kept()
    const from = ['--from', 'owner@example.org', '--helo', 'mx.example.org']
    const swaks = async (more: readonly string[]) =>
      await run('swaks', [
        '--server',
        `127.0.0.1:${relay.port}`,
        '--to',
        to,
        '--body',
        worm(++last),
        ...from,
        ...more,
      ])
    // Postfix is told that the first client is another, from where example.org does not send.
    await swaks(['--xclient', 'ADDR=192.0.2.66'])
    deepEqual(await arrivals(since, 1), ['none 1'], to)
    await swaks([])
    deepEqual(await arrivals(since, 2), ['none 1', 'spf 1'], to)
    // What a user of that very machine sends comes from no client at all.
    const sending = run('sendmail', ['-C', relay.folder, '-f', 'owner@example.org', to])
    sending.child.stdin?.end(`From: owner@example.org\nSubject: APACHE\n\n${worm(++last)}\n`)
    await sending
    const three = await arrivals(since, 3)
    equal(three.length, 3, to)
    match(String(three[2]), / 1$/)
  }
})
