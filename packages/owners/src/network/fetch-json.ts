import type { Untrusted } from '@redalert/core'
import http from 'node:http'
import type { Socket } from 'node:net'
import tls from 'node:tls'
import type { Dialer } from './dialer.ts'
import { dial } from './dial.ts'
import { jsonDepth } from './json-depth.ts'
import type { Limits } from './limits.ts'

/** What an https server said, or why nothing of it is believed. */
export type Fetched =
  | { readonly kind: 'json'; readonly status: number; readonly value: unknown }
  | { readonly kind: 'text'; readonly status: number; readonly text: Untrusted }
  | { readonly kind: 'moved'; readonly location: Untrusted }
  | { readonly kind: 'busy'; readonly waitMs?: number }
  | { readonly kind: 'refused'; readonly reason: string }
  | { readonly kind: 'failed'; readonly reason: string }

/**
 * Asks one page of a server that the caller has found on the list. It follows nothing: where it is sent is for the
 * caller to judge.
 */
export async function fetchJson(
  url: URL,
  dialer: Dialer,
  { limits, signal, now }: { limits: Limits; signal?: AbortSignal; now: () => number },
): Promise<Fetched> {
  const deadline = AbortSignal.timeout(limits.milliseconds)
  const until = signal ? AbortSignal.any([signal, deadline]) : deadline
  const server = { host: url.hostname, port: Number(url.port || 443) }
  const dialled = await dial(server, dialer, until)
  if (dialled.kind !== 'open') return dialled
  try {
    const secured = await secure(dialled.socket, url.hostname, dialer)
    const response = await ask(url, secured, until)
    return await read(response, { limits, now })
  } catch (error) {
    const reason = until.aborted ? 'it took too long' : said(error)
    return { kind: 'failed', reason: `${url.host} gave no answer: ${reason}` }
  } finally {
    dialled.socket.destroy()
  }
}

async function secure(socket: Socket, host: string, { ca }: Dialer) {
  return new Promise<tls.TLSSocket>((settle, reject) => {
    const secured = tls.connect({ socket, servername: host, ...(ca && { ca: [...ca] }) })
    secured.once('secureConnect', () => settle(secured))
    secured.on('error', reject)
    socket.once('close', () => reject(new Error('the connection was closed')))
  })
}

async function ask(url: URL, socket: tls.TLSSocket, signal: AbortSignal) {
  return new Promise<http.IncomingMessage>((settle, reject) => {
    const request = http.get({
      createConnection: () => socket,
      path: `${url.pathname}${url.search}`,
      headers: {
        host: url.host,
        accept: 'application/rdap+json, application/json;q=0.9',
        'accept-encoding': 'identity',
        'user-agent': 'redalert (looks up whom to tell of infected machines)',
        connection: 'close',
      },
      maxHeaderSize: 16_384,
      signal,
    })
    request.once('response', settle)
    request.on('error', reject)
  })
}

async function read(
  response: http.IncomingMessage,
  { limits, now }: { limits: Limits; now: () => number },
): Promise<Fetched> {
  const { statusCode: status = 0, headers } = response
  if ([301, 302, 303, 307, 308].includes(status))
    return { kind: 'moved', location: headers.location ?? '' }
  if (status === 429 || status === 503) {
    const waitMs = readRetryAfter(headers['retry-after'], now())
    return { kind: 'busy', ...(waitMs !== undefined && { waitMs }) }
  }
  const coding = headers['content-encoding'] ?? 'identity'
  if (coding !== 'identity') return { kind: 'failed', reason: `the answer is packed (${coding})` }
  const text = await readText(response, limits.bytes)
  if (text === undefined)
    return { kind: 'failed', reason: `the answer is longer than ${limits.bytes} bytes` }
  if (!/^application\/(?:rdap\+)?json(?:\s*;|$)/i.test(headers['content-type'] ?? ''))
    return { kind: 'text', status, text }
  if (jsonDepth(text) > limits.depth)
    return { kind: 'failed', reason: `the answer nests deeper than ${limits.depth}` }
  try {
    return { kind: 'json', status, value: JSON.parse(text) as unknown }
  } catch {
    return { kind: 'failed', reason: 'the answer is no JSON' }
  }
}

async function readText(response: http.IncomingMessage, most: number): Promise<string | undefined> {
  const parts: Buffer[] = []
  let length = 0
  for await (const part of response as AsyncIterable<Buffer>) {
    length += part.length
    if (length > most) return undefined
    parts.push(part)
  }
  return Buffer.concat(parts).toString('utf8')
}

/** How long a server asks us to wait: seconds, or a date. */
export function readRetryAfter(text: string | undefined, now: number): number | undefined {
  if (text === undefined || text.length > 64) return undefined
  if (/^\d{1,9}$/.test(text)) return Number(text) * 1000
  const date = /^[a-z]{3,9}, /i.test(text) ? Date.parse(text) : NaN
  return Number.isNaN(date) ? undefined : Math.max(0, date - now)
}

function said(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
