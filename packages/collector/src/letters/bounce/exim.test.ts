import { equal } from 'node:assert/strict'
import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { bounceAddress } from '../any-ours.ts'
import { mailServer, says, understood } from './any-mail-server.ts'

const isThere = existsSync('/usr/sbin/exim4') && process.getuid?.() === 0
const skip = isThere ? false : "Debian's exim4 is not installed, or we are not root"

test('the bounces of Exim are understood', { skip, timeout: 60_000 }, async () => {
  const server = await mailServer()
  const folder = mkdtempSync(join(tmpdir(), 'redalert-exim-'))
  try {
    chmodSync(folder, 0o755)
    mkdirSync(join(folder, 'spool'))
    spawnSync('chown', ['-R', 'Debian-exim', folder])
    const config = join(folder, 'config')
    writeFileSync(config, configOf(folder, server.port))
    for (const name of Object.keys(says)) {
      const to = `${name}@desk.example.org`
      equal(await send(config, to), 0)
    }
    await understood(server)
  } finally {
    rmSync(folder, { recursive: true, force: true })
    await server.close()
  }
})

/** An Exim that hands everything to our server, and never tries twice. */
function configOf(folder: string, port: number): string {
  return `spool_directory = ${folder}/spool
log_file_path = ${folder}/%slog
primary_hostname = relay.example.org
never_users =
keep_environment =
local_interfaces = 127.0.0.1
begin routers
all:
  driver = manualroute
  domains = *
  transport = out
  route_list = * 127.0.0.1
  self = send
begin transports
out:
  driver = smtp
  port = ${port}
  allow_localhost
  hosts_avoid_tls = *
begin retry
`
}

async function send(config: string, to: string): Promise<number | null> {
  const exim = spawn('exim4', ['-C', config, '-odi', '-f', bounceAddress, to], {
    stdio: ['pipe', 'ignore', 'ignore'],
  })
  exim.stdin.end(
    `From: Notices <notify@notices.example.org>\nTo: ${to}\nSubject: a notice\n\nText\n`,
  )
  await once(exim, 'close')
  return exim.exitCode
}
