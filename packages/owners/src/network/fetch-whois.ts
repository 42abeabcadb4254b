import type { Untrusted } from '@redalert/core'
import type { Socket } from 'node:net'
import { dial } from './dial.ts'
import type { Dialer } from './dialer.ts'
import type { Server } from './server.ts'

/** What a WHOIS server said. */
export type Said =
  | { readonly kind: 'text'; readonly text: Untrusted }
  | { readonly kind: 'refused'; readonly reason: string }
  | { readonly kind: 'failed'; readonly reason: string }

const mostBytes = 256 * 1024

/** Sends one line to a WHOIS server that the caller has found on the list, and reads to the end of its answer. */
export async function fetchWhois(
  server: Server,
  query: string,
  { dialer, milliseconds, signal }: { dialer: Dialer; milliseconds: number; signal?: AbortSignal },
): Promise<Said> {
  const deadline = AbortSignal.timeout(milliseconds)
  const until = signal ? AbortSignal.any([signal, deadline]) : deadline
  const dialled = await dial(server, dialer, until)
  if (dialled.kind !== 'open') return dialled
  const { socket } = dialled
  try {
    socket.write(`${query}\r\n`)
    return { kind: 'text', text: decode(await readAll(socket)) }
  } catch (error) {
    const said = error instanceof Error ? error.message : String(error)
    const reason = until.aborted ? 'it took too long' : said
    return { kind: 'failed', reason: `${server.host} gave no answer: ${reason}` }
  } finally {
    socket.destroy()
  }
}

async function readAll(socket: Socket): Promise<Buffer> {
  const parts: Buffer[] = []
  let length = 0
  for await (const part of socket as AsyncIterable<Buffer>) {
    length += part.length
    if (length > mostBytes) throw new Error(`its answer is longer than ${mostBytes} bytes`)
    parts.push(part)
  }
  return Buffer.concat(parts)
}

function decode(bytes: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return bytes.toString('latin1')
  }
}
