import { createHash } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { after } from 'node:test'
import {
  type Account,
  type PlainSubmission,
  type Receipt,
  submissionOf,
  submissionSchema,
  type Submission,
} from '@redalert/core'
import Schema from 'typebox/schema'

const schema = Schema.Compile(submissionSchema)

/** What a collector is made to answer in place of a receipt. */
export type Mood = {
  readonly status: number
  readonly headers?: Record<string, string>
  readonly body?: string
  /** Keeps the submission all the same, as one whose answer is lost on the way does. */
  readonly keeps?: true
  /** Answers nothing and closes the connection. */
  readonly hangsUp?: true
}

/** A small strict collector for tests: it takes what has the schema, once for each key, and remembers it. */
export type AnyCollector = {
  readonly url: string
  /** What it keeps, each once. */
  readonly kept: ReadonlyMap<string, Submission>
  /** Every request, also those that it refused. */
  readonly asked: readonly { readonly key: string; readonly authorization: string | undefined }[]
  /** What speaks against requests that no collector should ever see. */
  readonly objections: readonly string[]
  /** What can be fetched from it, by path. */
  readonly pages: Map<string, string>
  /** How the next requests are answered. */
  readonly moods: Mood[]
  readonly close: () => Promise<void>
}

/** Starts a collector on loopback; it ends with the tests of the file. */
export async function anyCollector({
  key,
  port = 0,
}: { readonly key?: string; readonly port?: number } = {}): Promise<AnyCollector> {
  const kept = new Map<string, Submission>()
  const bodies = new Map<string, string>()
  const asked: { key: string; authorization: string | undefined }[] = []
  const objections: string[] = []
  const moods: Mood[] = []
  const pages = new Map<string, string>()
  const server = createServer((request, response) => void take(request, response))

  async function take(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (request.method === 'GET') {
      const page = pages.get(request.url ?? '')
      response.writeHead(page === undefined ? 404 : 200).end(page)
      return
    }
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk as Buffer)
    const body = Buffer.concat(chunks).toString('utf8')
    const { headers } = request
    const idempotency = String(headers['idempotency-key'] ?? '')
    asked.push({ key: idempotency, authorization: headers.authorization })
    const objection = objectionTo(request, idempotency, body)
    if (objection !== undefined) {
      objections.push(objection)
      problem(response, { status: 400 }, objection)
      return
    }
    const mood = moods.shift()
    if (mood?.keeps || !mood) {
      if (key !== undefined && headers.authorization !== `Bearer ${key}`) {
        problem(response, { status: 401 }, 'send a key that is enrolled')
        return
      }
      if (bodies.has(idempotency) && bodies.get(idempotency) !== body) {
        objections.push('one key, two bodies')
        problem(response, { status: 422 }, 'another body was sent with this Idempotency-Key')
        return
      }
    }
    const isKnown = kept.has(idempotency)
    if (!mood || mood.keeps) {
      bodies.set(idempotency, body)
      kept.set(idempotency, submissionOf(JSON.parse(body) as PlainSubmission))
    }
    if (mood?.hangsUp) response.destroy()
    else if (mood) problem(response, mood, 'as it was told to')
    else {
      const receipt = receiptOf(idempotency, body, isKnown)
      response.writeHead(202, { 'content-type': 'application/json' })
      response.end(JSON.stringify({ id: receipt.id, again: isKnown, receipt }))
    }
  }

  await new Promise<void>(resolve => server.listen(port, '127.0.0.1', resolve))
  const close = () =>
    new Promise<void>(resolve => {
      server.close(() => resolve())
      server.closeAllConnections()
    })
  after(close)
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return { url, kept, asked, objections, pages, moods, close }
}

function objectionTo(
  { method, url, headers }: IncomingMessage,
  idempotency: string,
  body: string,
): string | undefined {
  if (method !== 'POST' || url !== '/api/v1/submissions') return `${method} ${url}`
  if (headers['content-type'] !== 'application/json') return `${headers['content-type']}`
  if (!/^[\x21-\x7e]{16,200}$/.test(idempotency)) return `Idempotency-Key: ${idempotency}`
  if (Buffer.byteLength(body) > 1_000_000) return `${body.length} letters at once`
  const plain: unknown = JSON.parse(body)
  const [holds, errors] = schema.Errors(plain)
  return holds ? undefined : `no submission: ${JSON.stringify(errors).slice(0, 500)}`
}

function problem(response: ServerResponse, mood: Mood, detail: string): void {
  const { status, headers = {}, body } = mood
  response.writeHead(status, { 'content-type': 'application/problem+json', ...headers })
  response.end(body ?? JSON.stringify({ type: 'about:blank', status, title: 'No', detail }))
}

function receiptOf(key: string, body: string, isKnown: boolean): Receipt {
  const { cells } = JSON.parse(body) as PlainSubmission
  const sources = new Set(cells.map(({ source }) => source)).size
  const account: Account = {
    unit: 'cell',
    units: cells.length,
    accepted: cells.length,
    duplicates: isKnown ? cells.length : 0,
    other: 0,
    skipped: 0,
    contacts: 0,
    refused: [],
    repaired: [],
    advice: [],
    hosts: { new: isKnown ? 0 : sources, known: isKnown ? sources : 0 },
  }
  return {
    kind: 'receipt',
    schema: 1,
    id: `s-${key.slice(0, 8)}`,
    at: '2001-07-20T00:00:00Z' as Receipt['at'],
    sha256: createHash('sha256').update(body).digest('hex'),
    bytes: Buffer.byteLength(body),
    submitter: 'anonymous',
    state: 'read',
    account,
  }
}
