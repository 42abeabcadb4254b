import { equal } from 'node:assert/strict'
import { execFileSync, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import {
  chmodSync,
  chownSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { connect, createServer, type Socket } from 'node:net'
import { tmpdir, userInfo } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { ImapFlow } from 'imapflow'

/** A mail server that runs for a test, with one mailbox. */
export type Dovecot = AsyncDisposable & {
  /** Where it is reached, by way of {@link Dovecot.wire}. */
  readonly port: number
  readonly wire: Wire
  /** Puts a message into the mailbox. */
  readonly deliver: (message: Buffer | string) => Promise<void>
  readonly count: (folder: string) => Promise<number>
  /** Gives the mailbox another UIDVALIDITY, as a restored or moved mailbox has. */
  readonly renumber: (validity: number) => void
}

/** The wire to a server, which can be cut. */
export type Wire = {
  /** Cuts all that is connected. */
  readonly cut: () => void
  /** Cuts each connection in which a client says this, before the server hears it; undefined: none. */
  cutAt: string | undefined
  connections: number
}

const login = { user: 'box', pass: 'secret' }

/** Why no Dovecot can be started here, if none can. */
export function noDovecot(): string | false {
  const { status, stdout } = spawnSync('dovecot', ['--version'], { encoding: 'utf8' })
  if (status !== 0) return 'dovecot is not there'
  return stdout.startsWith('2.3.') ? false : `dovecot 2.3 is needed, and this is ${stdout.trim()}`
}

/** Starts a Dovecot with a folder of its own. */
export async function startDovecot(): Promise<Dovecot> {
  const folder = mkdtempSync(join(tmpdir(), 'redalert-dovecot-'))
  const { uid, gid, user, group } = mailUser()
  mkdirSync(join(folder, 'run'))
  mkdirSync(join(folder, 'mail'))
  for (const path of [folder, join(folder, 'run')]) chmodSync(path, 0o755)
  chownSync(join(folder, 'mail'), uid, gid)
  const own = await freePort()
  writeFileSync(join(folder, 'users'), `${login.user}:{PLAIN}${login.pass}\n`)
  const config = join(folder, 'dovecot.conf')
  writeFileSync(config, configuration({ folder, port: own, user, group }))
  const child = spawn('dovecot', ['-F', '-c', config], { stdio: 'ignore' })
  for (let wait = 0; !(await answers(own)); wait++) {
    if (wait === 100) throw new Error(readFileSync(join(folder, 'log'), 'utf8'))
    await sleep(50)
  }
  const wired = await startWire(own)
  const client = await loggedIn(own)
  return {
    port: wired.port,
    wire: wired.wire,
    async deliver(message) {
      await client.append('INBOX', message)
    },
    async count(path) {
      // A folder that is not made yet holds nothing.
      const status = await client.status(path, { messages: true }).catch(() => false as const)
      return (status && status.messages) || 0
    },
    renumber(validity) {
      const words = ['mailbox', 'update', '--uid-validity', String(validity), '-u', login.user]
      execFileSync('doveadm', ['-c', config, ...words, 'INBOX'], { stdio: 'ignore' })
    },
    async [Symbol.asyncDispose]() {
      client.close()
      wired.close()
      const ended = once(child, 'exit')
      child.kill()
      await ended
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** Whom the mails belong to: never root, which Dovecot refuses. */
function mailUser() {
  const { uid, gid, username } = userInfo()
  if (uid !== 0) return { uid, gid, user: username, group: String(gid) }
  const number = (flag: string) =>
    Number(execFileSync('id', [flag, 'nobody'], { encoding: 'utf8' }).trim())
  return { uid: number('-u'), gid: number('-g'), user: 'nobody', group: String(number('-g')) }
}

function configuration({
  folder,
  port,
  user,
  group,
}: {
  readonly folder: string
  readonly port: number
  readonly user: string
  readonly group: string
}): string {
  return `
base_dir = ${folder}/run
state_dir = ${folder}/run
log_path = ${folder}/log
protocols = imap
listen = 127.0.0.1
ssl = no
disable_plaintext_auth = no
default_internal_user = ${userInfo().username}
default_login_user = ${user}
mail_location = maildir:${folder}/mail
mail_max_userip_connections = 50
first_valid_uid = 1
first_valid_gid = 1
service imap-login {
  chroot =
  inet_listener imap {
    port = ${port}
  }
  inet_listener imaps {
    port = 0
  }
}
service anvil {
  chroot =
}
passdb {
  driver = passwd-file
  args = ${folder}/users
}
userdb {
  driver = static
  args = uid=${user} gid=${group} home=${folder}/mail
}
`
}

async function loggedIn(port: number): Promise<ImapFlow> {
  const client = new ImapFlow({
    host: '127.0.0.1',
    port,
    secure: false,
    auth: login,
    logger: false,
  })
  client.on('error', () => undefined)
  await client.connect()
  return client
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  await once(server, 'close')
  equal(typeof address, 'object')
  return (address as { readonly port: number }).port
}

async function answers(port: number): Promise<boolean> {
  const socket = connect(port, '127.0.0.1')
  return await new Promise(resolve => {
    socket.once('data', () => resolve(true))
    socket.once('error', () => resolve(false))
    socket.once('close', () => resolve(false))
  }).then(is => {
    socket.destroy()
    return is as boolean
  })
}

async function startWire(to: number) {
  const sockets = new Set<Socket>()
  const wire: Wire = {
    cut: () => sockets.forEach(socket => socket.destroy()),
    cutAt: undefined,
    connections: 0,
  }
  const server = createServer(client => {
    wire.connections++
    const behind = connect(to, '127.0.0.1')
    for (const [socket, other] of [
      [client, behind],
      [behind, client],
    ] as const) {
      sockets.add(socket)
      socket.on('error', () => undefined)
      socket.on('close', () => {
        sockets.delete(socket)
        other.destroy()
      })
    }
    behind.pipe(client)
    client.on('data', chunk => {
      if (wire.cutAt !== undefined && chunk.includes(wire.cutAt)) client.destroy()
      else behind.write(chunk)
    })
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as { readonly port: number }
  return {
    port,
    wire,
    close() {
      server.close()
      wire.cut()
    },
  }
}
