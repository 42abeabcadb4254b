import { Writable } from 'node:stream'
import { main } from '../cli.ts'
import type { Io } from './io.ts'

/** What a run of the program wrote, and its exit code. */
export type AnyRun = { readonly code: number; readonly out: string; readonly told: string }

/** Runs a command line in this process, as a terminal would. */
export async function run(...words: readonly string[]): Promise<AnyRun> {
  const [out, told] = [sink(), sink()]
  const io: Io = {
    stdin: process.stdin,
    stdout: out.stream as Io['stdout'],
    stderr: told.stream as Io['stderr'],
    env: {},
    cwd: () => '/',
    on: () => process,
    off: () => process,
  }
  const code = await main(words, io)
  return { code, out: out.text(), told: told.text() }
}

function sink(): { readonly stream: unknown; readonly text: () => string } {
  let text = ''
  const stream = new Writable({
    write(chunk: Buffer, _encoding, done) {
      text += chunk.toString()
      done()
    },
  })
  return { stream, text: () => text }
}
