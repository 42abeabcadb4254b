import type { Status } from '@redalert/core'
import { readStatus } from './read-status.ts'
import { reasonOf, readProblem } from './reason-of.ts'
import { textOf } from './text-of.ts'

/** What a collector answered to the question what became of it all. */
export type StatusAnswer =
  | { readonly kind: 'status'; readonly status: Status }
  /** It was not reached, or cannot answer now. */
  | { readonly kind: 'later'; readonly reason: string }
  | { readonly kind: 'refused'; readonly reason: string }

export type StatusAsking = {
  /** Where submissions are posted; the question is asked beside it. */
  readonly endpoint: string
  readonly key: string
  readonly userAgent: string
  readonly timeoutMs?: number
}

/** Asks a collector what became of the machines of which the bearer of a key told. */
export async function fetchStatus({
  endpoint,
  key,
  userAgent,
  timeoutMs = 60_000,
}: StatusAsking): Promise<StatusAnswer> {
  const url = new URL('status', endpoint)
  try {
    const response = await fetch(url, {
      redirect: 'manual',
      signal: AbortSignal.timeout(timeoutMs),
      headers: {
        accept: 'application/json, application/problem+json',
        authorization: `Bearer ${key}`,
        'user-agent': userAgent,
      },
    })
    const text = await textOf(response)
    const { status: code, headers } = response
    if (code === 200) {
      const status = readStatus(text)
      return status
        ? { kind: 'status', status }
        : { kind: 'refused', reason: `${url.host} answered, but not as a collector does` }
    }
    if (code >= 300 && code < 400) {
      const place = headers.get('location') ?? 'another address'
      return { kind: 'refused', reason: `the collector is now at ${place}: name it with --to` }
    }
    const reason = `${url.host} answered ${code}: ${readProblem(text) ?? 'without a reason'}`
    return { kind: code === 429 || code >= 500 ? 'later' : 'refused', reason }
  } catch (error) {
    return { kind: 'later', reason: `${url.host} was not reached: ${reasonOf(error)}` }
  }
}
