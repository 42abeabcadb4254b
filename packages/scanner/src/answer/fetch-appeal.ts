import { readFile, stat } from 'node:fs/promises'
import { appealLimits } from '@redalert/core'
import { reasonOf } from '../submit/reason-of.ts'
import type { AppealPlace } from './appeal-place.ts'

/** The text of an appeal, or why there is none. */
export type FetchedAppeal = { readonly text: string } | { readonly wrong: string }

const mostBytes = appealLimits.characters * 4

/** Fetches an appeal, and no more of it than one can be long. */
export async function fetchAppeal(
  place: AppealPlace,
  { userAgent, timeoutMs = 30_000 }: { readonly userAgent: string; readonly timeoutMs?: number },
): Promise<FetchedAppeal> {
  try {
    return place.kind === 'file'
      ? await textOfFile(place.path)
      : await textAt(place.url, userAgent, timeoutMs)
  } catch (error) {
    const where = place.kind === 'file' ? place.path : place.url
    return { wrong: `the appeal at ${where} cannot be read: ${reasonOf(error)}` }
  }
}

async function textOfFile(path: string): Promise<FetchedAppeal> {
  if ((await stat(path)).size > mostBytes) return { wrong: `${path} is too long to be an appeal` }
  return { text: await readFile(path, 'utf8') }
}

async function textAt(url: string, userAgent: string, timeoutMs: number): Promise<FetchedAppeal> {
  const response = await fetch(url, {
    redirect: 'manual',
    signal: AbortSignal.timeout(timeoutMs),
    headers: { accept: 'application/json', 'user-agent': userAgent },
  })
  const { status, body } = response
  if (status !== 200 || !body) {
    await body?.cancel()
    const moved =
      status >= 300 && status < 400 ? ` and names ${response.headers.get('location')}` : ''
    return { wrong: `there is no appeal at ${url}: it answers ${status}${moved}` }
  }
  const chunks: Uint8Array[] = []
  let length = 0
  for await (const chunk of body) {
    chunks.push(chunk)
    length += chunk.length
    if (length > mostBytes) return { wrong: `what is at ${url} is too long to be an appeal` }
  }
  return { text: Buffer.concat(chunks).toString('utf8') }
}
