import { deepEqual, equal, ok } from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { SMTPServer } from 'smtp-server'
import type { Ledger } from '../../ledger/ledger.ts'
import { openLedger } from '../../ledger/open-ledger.ts'
import { clock, ledgerWith, live } from './any-outbox.ts'
import { postLetters } from './post-letters.ts'

const letters = 2
const stepsOfOne = 5
const poster = fileURLToPath(new URL('./any-poster.ts', import.meta.url))

/** A mail server that counts how often it took each letter. */
async function counter() {
  const taken = new Map<string, number>()
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData(stream, _session, done) {
      const chunks: Buffer[] = []
      stream.on('data', (chunk: Buffer) => chunks.push(chunk))
      stream.on('end', () => {
        const [, id = ''] = /^Message-ID: (.+?)\r?$/m.exec(Buffer.concat(chunks).toString()) ?? []
        taken.set(id, (taken.get(id) ?? 0) + 1)
        done()
      })
    },
  })
  server.on('error', () => undefined)
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', () => resolve()))
  const { port } = server.server.address() as { readonly port: number }
  return { taken, port, close: () => new Promise<void>(resolve => server.close(() => resolve())) }
}

/** Sends what there is, and is killed by nobody. */
function postAll({ book, letterbox }: Ledger, port: number, hours: number): Promise<number> {
  return postLetters({
    book,
    letterbox,
    relay: { host: '127.0.0.1', port, tls: false, from: 'notices@notices.example.org' },
    sign: async mail => mail,
    limits: live,
    now: clock(hours),
    isStopped: () => false,
    report: error => ok(false, String(error)),
  })
}

async function post(file: string, port: number, dieAt: number, hours: number) {
  const words = ['--conditions=@redalert/source', poster, file, port, dieAt, hours].map(String)
  const child = spawn(process.execPath, words, { stdio: ['ignore', 'ignore', 'pipe'] })
  let errors = ''
  child.stderr.on('data', chunk => (errors += String(chunk)))
  const [code, signal] = await new Promise<[number | null, string | null]>(resolve =>
    child.once('close', (code, signal) => resolve([code, signal])),
  )
  ok(signal === 'SIGKILL' || code === 0, errors)
  return { wasKilled: signal === 'SIGKILL' }
}

test('it is killed at each step of sending: nobody is told twice but for one letter in doubt, and nobody is forgotten', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'redalert-kill-'))
  const sink = await counter()
  try {
    let duplicates = 0
    for (let dieAt = 1; dieAt <= letters * stepsOfOne; dieAt++) {
      const file = join(folder, `${dieAt}.db`)
      ledgerWith(letters, file)[Symbol.dispose]()
      sink.taken.clear()
      equal((await post(file, sink.port, dieAt, 3)).wasKilled, true, `step ${dieAt}`)
      using ledger = openLedger(file)
      await postAll(ledger, sink.port, 4)
      equal(await postAll(ledger, sink.port, 30), 0)
      const found = [...ledger.letterbox.letters({})]
      deepEqual(
        found.map(({ state }) => state),
        ['sent', 'sent'],
        `step ${dieAt}`,
      )
      const counts = found.map(({ messageId }) => sink.taken.get(messageId) ?? 0)
      ok(
        counts.every(count => count >= 1),
        `step ${dieAt}: somebody was forgotten`,
      )
      const extra = counts.reduce((sum, count) => sum + count, 0) - letters
      ok(extra <= 1, `step ${dieAt}: ${extra} letters too many`)
      equal(sink.taken.size, letters)
      duplicates += extra
      equal(ledger.book.host('192.0.2.1' as never, 'nimda')?.told.owner?.times, 1)
    }
    // A crash between the relay's word and ours: once for each letter, and this is what proves that the points are real.
    equal(duplicates, letters)
  } finally {
    await sink.close()
    rmSync(folder, { recursive: true })
  }
})

test('one that is killed again and again in the same place sends two copies at most, and then asks a person', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'redalert-kill-'))
  const sink = await counter()
  try {
    const file = join(folder, 'cases.db')
    ledgerWith(1, file)[Symbol.dispose]()
    for (const hours of [3, 4, 5, 6, 7]) await post(file, sink.port, 4, hours)
    using ledger = openLedger(file)
    const [letter] = [...ledger.letterbox.letters({})]
    ok(letter)
    equal(letter.state, 'held')
    equal(sink.taken.get(letter.messageId), 2)
  } finally {
    await sink.close()
    rmSync(folder, { recursive: true })
  }
})

test('several who send the same letters at once send each once', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'redalert-kill-'))
  const sink = await counter()
  try {
    const file = join(folder, 'cases.db')
    ledgerWith(30, file)[Symbol.dispose]()
    await Promise.all([1, 2, 3].map(() => post(file, sink.port, 0, 3)))
    using ledger = openLedger(file)
    const found = [...ledger.letterbox.letters({})]
    deepEqual(
      found.map(({ messageId, state, doubts }) => [sink.taken.get(messageId), state, doubts]),
      found.map(() => [1, 'sent', 0]),
    )
    equal(found.length, 30)
  } finally {
    await sink.close()
    rmSync(folder, { recursive: true })
  }
})
