import type { Spooled } from '../spool/spooled.ts'
import { readAnswer } from './read-receipt.ts'
import { reasonOf, readProblem } from './reason-of.ts'
import { retryAfter } from './retry-after.ts'
import type { Try } from './sent.ts'
import { textOf } from './text-of.ts'

export type HttpOptions = {
  readonly endpoint: string
  readonly key: string | undefined
  readonly userAgent: string
  readonly now: () => number
  readonly timeoutMs?: number
}

/** Statuses that say nothing about the submission itself. */
const notNow: ReadonlySet<number> = new Set([408, 425, 429])

/** Posts a submission to a collector. Sending it again is harmless: it has a key of its own. */
export async function sendByHttp(spooled: Spooled, options: HttpOptions): Promise<Try> {
  const { endpoint, key, userAgent, now, timeoutMs = 120_000 } = options
  try {
    const response = await fetch(endpoint, {
      method: 'POST',
      body: spooled.body,
      redirect: 'manual',
      signal: AbortSignal.timeout(timeoutMs),
      headers: {
        'content-type': 'application/json',
        accept: 'application/json, application/problem+json',
        'idempotency-key': spooled.id,
        'user-agent': userAgent,
        prefer: 'wait=10',
        ...(key !== undefined && { authorization: `Bearer ${key}` }),
      },
    })
    const text = await textOf(response)
    const { status, headers } = response
    if (status >= 200 && status < 300) {
      const answer = readAnswer(text)
      return answer
        ? { kind: 'received', ...answer }
        : { kind: 'later', reason: `${hostOf(endpoint)} answered, but not as a collector does` }
    }
    if (status >= 300 && status < 400) {
      const place = headers.get('location') ?? 'another address'
      return { kind: 'refused', reason: `the collector is now at ${place}: name it with --to` }
    }
    const reason = `${status}: ${readProblem(text) ?? 'without a reason'}`
    if (status < 500 && !notNow.has(status)) return { kind: 'refused', reason }
    const afterSeconds = retryAfter(headers.get('retry-after'), now())
    return { kind: 'later', reason, ...(afterSeconds !== undefined && { afterSeconds }) }
  } catch (error) {
    return { kind: 'later', reason: `${hostOf(endpoint)} was not reached: ${reasonOf(error)}` }
  }
}

function hostOf(endpoint: string): string {
  return new URL(endpoint).host
}
