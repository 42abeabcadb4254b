import { equal } from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { bounceAddress } from '../any-ours.ts'
import { mailServer, says, understood } from './any-mail-server.ts'

const isThere = existsSync('/usr/sbin/postfix') && process.getuid?.() === 0
const skip = isThere ? false : "Debian's postfix is not installed, or we are not root"

/** A Postfix of our own that gives up at once, and has its queue and its settings in one folder. */
function startPostfix(port: number) {
  const folder = mkdtempSync(join(tmpdir(), 'redalert-postfix-'))
  chmodSync(folder, 0o755)
  const [config, queue, data] = ['config', 'queue', 'data'].map(name => join(folder, name))
  for (const place of [config, queue, data]) mkdirSync(place!)
  spawnSync('chown', ['postfix', data!])
  const settings = {
    compatibility_level: '3.6',
    queue_directory: queue,
    data_directory: data,
    maillog_file: join(folder, 'log'),
    maillog_file_prefixes: folder,
    myhostname: 'relay.example.org',
    mydestination: '',
    inet_interfaces: 'loopback-only',
    inet_protocols: 'ipv4',
    default_transport: `smtp:[127.0.0.1]:${port}`,
    relayhost: `[127.0.0.1]:${port}`,
    disable_dns_lookups: 'yes',
    smtp_tls_security_level: 'none',
    maximal_queue_lifetime: '0',
    bounce_queue_lifetime: '0',
    alias_maps: '',
    alias_database: '',
  }
  const text = Object.entries(settings).map(([name, value]) => `${name} = ${value}\n`)
  writeFileSync(join(config!, 'main.cf'), text.join(''))
  const services = [
    'pickup unix n - n 60 1 pickup',
    'cleanup unix n - n - 0 cleanup',
    'qmgr unix n - n 300 1 qmgr',
    'rewrite unix - - n - - trivial-rewrite',
    'bounce unix - - n - 0 bounce',
    'defer unix - - n - 0 bounce',
    'trace unix - - n - 0 bounce',
    'smtp unix - - n - - smtp',
    'error unix - - n - - error',
    'retry unix - - n - - error',
    'anvil unix - - n - 1 anvil',
    'scache unix - - n - 1 scache',
    'postlog unix-dgram n - n - 1 postlogd',
  ]
  writeFileSync(join(config!, 'master.cf'), `${services.join('\n')}\n`)
  const postfix = (word: string) =>
    spawnSync('postfix', ['-c', config!, word], { encoding: 'utf8', timeout: 20_000 })
  const started = postfix('start')
  return {
    started,
    send(to: string) {
      const mail = `From: Notices <notify@notices.example.org>\nTo: ${to}\nSubject: [RA-2026-000123] a notice\n\nText\n`
      return spawnSync('sendmail', ['-C', config!, '-f', bounceAddress, to], {
        input: mail,
        encoding: 'utf8',
        timeout: 20_000,
      })
    },
    stop() {
      const file = join(queue!, 'pid/master.pid')
      const master = existsSync(file) ? Number(readFileSync(file, 'latin1')) : 0
      postfix('stop')
      // On a busy machine it gives up before its master has gone.
      if (master > 1 && existsSync(`/proc/${master}`)) process.kill(master, 'SIGKILL')
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

test('the bounces of a running Postfix are understood', { skip, timeout: 60_000 }, async () => {
  const server = await mailServer()
  const postfix = startPostfix(server.port)
  try {
    equal(postfix.started.status, 0, postfix.started.stderr)
    for (const name of Object.keys(says)) {
      const sent = postfix.send(`${name}@desk.example.org`)
      equal(sent.status, 0, sent.stderr)
    }
    await understood(server)
  } finally {
    postfix.stop()
    await server.close()
  }
})
