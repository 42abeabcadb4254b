import { deepEqual, equal, ok } from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { chmodSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { SMTPServer } from 'smtp-server'
import { bounceAddress, someOurs, someToken } from '../any-ours.ts'
import { listen } from '../listen.ts'

const isThere = existsSync('/usr/sbin/postfix') && process.getuid?.() === 0
const skip = isThere ? false : "Debian's postfix is not installed, or we are not root"

/** What the desks' mail server says to each mailbox. */
const says: Readonly<Record<string, string>> = {
  gone: '550 5.1.1 <gone@desk.example.org>: Recipient address rejected: User unknown',
  full: '452 4.2.2 The mailbox is over quota',
  strict: '554 5.7.1 Your message looks like spam',
}

type Returned = { readonly from: string; readonly to: readonly string[]; readonly raw: Buffer }

/** The mail server of the desks, and our own, as one: it refuses what it is told to, and keeps what comes back. */
async function mailServer() {
  const returned: Returned[] = []
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    onRcptTo({ address }, _session, done) {
      const refusal = says[address.split('@')[0] ?? '']
      if (!refusal) return done()
      const responseCode = Number(refusal.slice(0, 3))
      done(Object.assign(new Error(refusal.slice(4)), { responseCode }))
    },
    onData(stream, { envelope }, done) {
      const chunks: Buffer[] = []
      stream.on('data', (chunk: Buffer) => chunks.push(chunk))
      stream.on('end', () => {
        const { mailFrom, rcptTo } = envelope
        returned.push({
          from: mailFrom ? mailFrom.address : '',
          to: rcptTo.map(({ address }) => address),
          raw: Buffer.concat(chunks),
        })
        done()
      })
    },
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.server.address() as AddressInfo
  return { returned, port, close: () => new Promise<void>(resolve => server.close(resolve)) }
}

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
      postfix('stop')
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
    for (let waited = 0; server.returned.length < 3 && waited < 40; waited++) await sleep(1000)
    const heard = await Promise.all(
      server.returned.map(({ raw, ...envelope }) => listen(raw, envelope, someOurs)),
    )
    const bounces = heard.flatMap(each =>
      each.kind === 'bounce' && each.about?.by === 'address'
        ? [{ ...each.failures[0], how: each.how, token: each.about.token }]
        : [],
    )
    deepEqual(
      bounces.map(({ recipient, how, status }) => `${recipient} ${how} ${status}`).toSorted(),
      [
        'full@desk.example.org soft 4.2.2',
        'gone@desk.example.org hard 5.1.1',
        'strict@desk.example.org policy 5.7.1',
      ],
    )
    for (const { token, reason } of bounces) {
      deepEqual(token, someToken)
      ok(/unknown|quota|spam/i.test(reason), reason)
    }
  } finally {
    postfix.stop()
    await server.close()
  }
})
