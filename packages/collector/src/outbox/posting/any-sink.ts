import { ok } from 'node:assert/strict'
import { type ChildProcess, spawn } from 'node:child_process'
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  chmodSync,
} from 'node:fs'
import { connect, createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'

/** Where Debian's Postfix has its sink; undefined where it is not. */
export const sinkProgram = ['/usr/sbin/smtp-sink', '/usr/bin/smtp-sink'].find(path =>
  existsSync(path),
)

/** A mail server that takes everything, or what its flags say, and keeps each mail as a file. */
export type Sink = AsyncDisposable & {
  readonly port: number
  readonly mails: () => readonly string[]
}

/** Starts Postfix's `smtp-sink` on loopback. */
export async function startSink(...flags: readonly string[]): Promise<Sink> {
  ok(sinkProgram !== undefined, 'there is no smtp-sink')
  const folder = mkdtempSync(join(tmpdir(), 'redalert-sink-'))
  chmodSync(folder, 0o777)
  const mails = join(folder, 'mails')
  mkdirSync(mails)
  chmodSync(mails, 0o777)
  const port = await freePort()
  const user = process.getuid?.() === 0 ? ['-u', 'nobody'] : []
  const words = [...user, ...flags, '-d', `${mails}/%M.`, `127.0.0.1:${port}`, '32']
  const child = spawn(sinkProgram, words, { stdio: 'ignore' })
  await untilOpen(port, child)
  return {
    port,
    mails: () =>
      readdirSync(mails)
        .toSorted()
        .map(name => readFileSync(join(mails, name), 'latin1')),
    async [Symbol.asyncDispose]() {
      const gone = new Promise(resolve => child.once('exit', resolve))
      if (child.exitCode === null && child.kill('SIGKILL')) await gone
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  await new Promise(resolve => server.close(resolve))
  ok(typeof address === 'object' && address)
  return address.port
}

async function untilOpen(port: number, child: ChildProcess): Promise<void> {
  for (let tries = 0; tries < 200; tries++) {
    ok(child.exitCode === null, `smtp-sink ended with ${child.exitCode}`)
    const isOpen = await new Promise<boolean>(resolve => {
      const socket = connect(port, '127.0.0.1')
      socket.once('connect', () => resolve(Boolean(socket.destroy())))
      socket.once('error', () => resolve(false))
    })
    if (isOpen) return
    await sleep(50)
  }
  ok(false, 'smtp-sink does not listen')
}
