import { execFileSync, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { connect, createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'

/** A mail server of the kind that hands letters on, on a port of its own. */
export type MailRelay = AsyncDisposable & { readonly port: number }

const isRoot = process.getuid?.() === 0
/** Exim's package cannot stand beside Postfix's: where Postfix is installed `.ci/run` unpacks Exim here. */
const eximProgram = ['/usr/sbin/exim4', '/usr/local/lib/redalert-exim/usr/sbin/exim4'].find(path =>
  existsSync(path),
)

/** Mail servers that hand everything on to a port of this machine, by name, and why one cannot be started here. */
export const mailRelays = {
  Postfix: {
    start: startPostfix,
    skip: isThere('postfix')
      ? !isRoot && 'only root may start Postfix'
      : 'there is no Postfix here',
  },
  Exim: {
    start: startExim,
    skip:
      eximProgram === undefined
        ? 'there is no Exim here'
        : !isRoot
          ? 'only root may start Exim'
          : !runs(eximProgram, '-C', '/dev/null', '-bV') &&
            'Exim does not run here: it needs its user Debian-exim',
  },
} as const

/**
 * A Postfix that takes mail for a domain, and hands on by LMTP to a port of this machine what its rule names: one line of a
 * `transport_maps` of regular expressions, as docs/answers.md has it.
 */
export async function postfixBefore(
  lmtp: number,
  { rule, domain }: { readonly rule: string; readonly domain: string },
): Promise<MailRelay> {
  return await startPostfix(9, { transport: rule.replace(/:\d+$/, `:${lmtp}`), domain })
}

async function startPostfix(
  onward: number,
  front?: { readonly transport: string; readonly domain: string },
): Promise<MailRelay> {
  const folder = runFolder('postfix')
  const port = await freePort()
  for (const name of ['queue', 'data']) mkdirSync(join(folder, name))
  execFileSync('chown', ['postfix', join(folder, 'data')])
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
    relayhost: `[127.0.0.1]:${onward}`,
    maillog_file: '/dev/stdout',
    ...(front && {
      relay_domains: front.domain,
      transport_maps: `regexp:${join(folder, 'transport')}`,
    }),
  }
  if (front) writeFileSync(join(folder, 'transport'), `${front.transport}\n`)
  const lines = Object.entries(settings).map(([name, value]) => `${name} = ${value}\n`)
  writeFileSync(join(folder, 'main.cf'), lines.join(''))
  writeFileSync(join(folder, 'master.cf'), services(port))
  return await started('postfix', ['-c', folder, 'start-fg'], { port, folder })
}

const services = (port: number) => `127.0.0.1:${port} inet n - n - - smtpd
cleanup unix n - n - 0 cleanup
qmgr unix n - n 300 1 qmgr
rewrite unix - - n - - trivial-rewrite
smtp unix - - n - - smtp
lmtp unix - - n - - lmtp
relay unix - - n - - smtp
error unix - - n - - error
retry unix - - n - - error
bounce unix - - n - 0 bounce
defer unix - - n - 0 bounce
trace unix - - n - 0 bounce
proxymap unix - - n - - proxymap
anvil unix - - n - 1 anvil
postlog unix-dgram n - n - 1 postlogd
`

async function startExim(onward: number): Promise<MailRelay> {
  const folder = runFolder('exim')
  const port = await freePort()
  mkdirSync(join(folder, 'spool'))
  const file = join(folder, 'exim.conf')
  writeFileSync(file, eximConfiguration({ folder, port, onward }))
  execFileSync('chown', ['-R', 'Debian-exim', folder])
  execFileSync('chown', ['root', file])
  return await started(eximProgram ?? '', ['-C', file, '-bdf', '-q1m'], { port, folder })
}

const eximConfiguration = ({
  folder,
  port,
  onward,
}: {
  readonly folder: string
  readonly port: number
  readonly onward: number
}) => `exim_path = ${eximProgram}
keep_environment =
spool_directory = ${folder}/spool
log_file_path = ${folder}/log-%s
pid_file_path = ${folder}/pid
notifier_socket =
primary_hostname = relay.example.org
local_interfaces = 127.0.0.1
daemon_smtp_ports = ${port}
tls_advertise_hosts =
disable_ipv6 = true
host_lookup =
rfc1413_query_timeout = 0s
dsn_advertise_hosts = *
dkim_verify_signers =
smtp_accept_queue_per_connection = 0
acl_smtp_rcpt = accept_all
acl_smtp_data = accept_all
begin acl
accept_all:
  accept
begin routers
all:
  driver = manualroute
  route_list = * 127.0.0.1
  self = send
  transport = onward
begin transports
onward:
  driver = smtp
  port = ${onward}
  hosts_try_fastopen =
  hosts_avoid_tls = *
begin retry
* * F,1h,1m
`

async function started(
  program: string,
  words: readonly string[],
  { port, folder }: { readonly port: number; readonly folder: string },
): Promise<MailRelay> {
  const child = spawn(program, words, { stdio: 'ignore' })
  for (let wait = 0; wait < 300 && !(await isOpen(port)); wait++) {
    if (child.exitCode !== null) throw new Error(`${program} ended with ${child.exitCode}`)
    await sleep(100)
  }
  return {
    port,
    async [Symbol.asyncDispose]() {
      const ended = once(child, 'exit')
      child.kill('SIGTERM')
      await Promise.race([ended, sleep(10_000)])
      child.kill('SIGKILL')
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

function runFolder(name: string): string {
  const folder = mkdtempSync(join(tmpdir(), `redalert-${name}-`))
  chmodSync(folder, 0o755)
  return folder
}

async function isOpen(port: number): Promise<boolean> {
  return await new Promise(resolve => {
    const socket = connect(port, '127.0.0.1', () => {
      socket.destroy()
      resolve(true)
    })
    socket.on('error', () => resolve(false))
  })
}

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

function isThere(program: string): boolean {
  return runs('sh', '-c', `command -v ${program}`)
}

function runs(program: string, ...words: readonly string[]): boolean {
  return spawnSync(program, words, { stdio: 'ignore' }).status === 0
}
