import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { randomBytes } from 'node:crypto'
import { after } from 'node:test'
import type { Instant } from '@redalert/core'
import type { DNSResolver } from 'mailauth'
import { readConfig } from '../config/read-config.ts'
import { hashKey } from '../keys/hash-key.ts'
import { sqliteSubmitterBook } from '../store/sqlite/submitters/submitter-book.ts'
import type { Profile } from '../verify/ordinary.ts'
import { startLog } from './log.ts'
import { serve, type Serving } from './serve.ts'

/** The key of alice, who is enrolled in every collector that tests start. */
export const aliceKey = `ra_${'a'.repeat(12)}_${'11ce'.repeat(10)}`

/** A collector for tests, on ports of its own, and what it logged. */
export type TestCollector = Serving & {
  readonly folder: string
  readonly logged: readonly string[]
  readonly url: string
}

const folders = mkdtempSync(join(tmpdir(), 'redalert-collector-'))
after(() => rmSync(folders, { recursive: true, force: true }))

/** A folder that goes when the tests of the file are over. */
export function testFolder(): string {
  return mkdtempSync(join(folders, 'data-'))
}

/** Says that 127.0.0.1 may send for example.org, and knows nothing else. */
export const onlyExample = (async (domain: string, type: string) => {
  if (domain === 'example.org' && type === 'TXT') return [['v=spf1 ip4:127.0.0.1 -all']]
  throw Object.assign(new Error('not found'), { code: 'ENOTFOUND' })
}) as DNSResolver

/** Starts a collector in an exercise, unless it is to be a real one. */
export async function startCollector({
  folder = testFolder(),
  toml = '',
  profile = 'exercise',
  resolve = onlyExample,
  clock = Date.now,
}: {
  readonly folder?: string
  readonly toml?: string
  readonly profile?: Profile
  readonly resolve?: DNSResolver
  readonly clock?: () => number
} = {}): Promise<TestCollector> {
  enrolAlice(folder)
  const reading = readConfig(toml)
  if ('wrong' in reading) throw new Error(reading.wrong.join('\n'))
  const { config } = reading
  const logged: string[] = []
  const serving = await serve({
    folder,
    config: {
      ...config,
      http: { ...config.http, listen: '127.0.0.1:0' },
      smtp: { ...config.smtp, listen: '127.0.0.1:0', lmtp: '127.0.0.1:0', per_minute: 10_000 },
      folder: { ...config.folder, every_seconds: 1 },
    },
    profile,
    log: startLog('debug', { write: line => logged.push(line) }),
    environment: {},
    clock,
    random: randomBytes,
    resolve,
  })
  return { ...serving, folder, logged, url: `http://127.0.0.1:${serving.ports.http}` }
}

function enrolAlice(folder: string): void {
  using book = sqliteSubmitterBook(join(folder, 'intake.db'))
  const made = '2001-07-01T00:00:00Z' as Instant
  book.record({ kind: 'met', name: 'alice', as: 'key', at: made, batch: null })
  book.addKey({
    id: 'a'.repeat(12),
    hash: hashKey(aliceKey),
    submitter: 'alice',
    scopes: ['submit'],
    made,
    lastUsed: null,
    revoked: false,
  })
  book.addAddress('alice', 'owner@example.org')
}

/** Posts a body, as alice unless told otherwise. */
export async function post(
  { url }: Pick<TestCollector, 'url'>,
  body: string | Uint8Array<ArrayBuffer>,
  {
    query = '',
    headers = {},
    key = aliceKey,
  }: {
    readonly query?: string
    readonly headers?: Record<string, string>
    readonly key?: string
  } = {},
): Promise<Response> {
  return await fetch(`${url}/api/v1/submissions${query}`, {
    method: 'POST',
    body,
    headers: {
      'content-type': 'text/plain',
      ...(key !== '' && { authorization: `Bearer ${key}` }),
      ...headers,
    },
  })
}
