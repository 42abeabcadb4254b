import type { Untrusted } from '@redalert/core'

const blocked = [
  'access denied',
  'permission denied',
  "you don't have permission",
  'you do not have permission',
  'has been blocked',
  'is blocked',
  'has been banned',
  'blacklisted',
  'access from your host has been',
  'permanently denied',
  '%error:201',
  '%error:202',
  '%error:203',
]

const busy = [
  'rate limit',
  'limit exceeded',
  'exceeded the',
  'connections exceeded',
  'too many',
  'quota exceeded',
  'try again later',
  'temporarily unable',
  '%error:305',
  '%error:306',
]

const shownWords = 200

/**
 * What a text says that names no network: that we are to stop, or to come later. Only ask of answers without one,
 * for a holder may write such words into his remarks.
 */
export function readRefusal(
  text: Untrusted,
): { readonly kind: 'blocked' | 'busy'; readonly reason: string } | undefined {
  const lower = text.slice(0, 4096).toLowerCase()
  const found = (words: readonly string[]) => words.find(word => lower.includes(word))
  const stop = found(blocked)
  if (stop) return { kind: 'blocked', reason: lineWith(text, lower.indexOf(stop)) }
  const later = found(busy)
  return later ? { kind: 'busy', reason: lineWith(text, lower.indexOf(later)) } : undefined
}

function lineWith(text: string, at: number): string {
  const start = text.lastIndexOf('\n', at) + 1
  const end = text.indexOf('\n', at)
  return text
    .slice(start, end === -1 ? undefined : end)
    .trim()
    .slice(0, shownWords)
}
