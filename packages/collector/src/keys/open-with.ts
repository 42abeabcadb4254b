import { timingSafeEqual } from 'node:crypto'
import type { KeptKey, KeyScope } from '../trust/kept-key.ts'
import type { SubmitterBook } from '../trust/submitter-book.ts'
import { hashKey } from './hash-key.ts'

/** What a text that should be a key opens. Whether there is such a key is told to nobody who does not hold it. */
export type Opened =
  | { readonly kind: 'opened'; readonly key: KeptKey }
  | { readonly kind: 'refused'; readonly because: 'unknown' | 'revoked' | 'scope' }

/** Looks up whose key a text is, and whether it may do this. It takes as long whether the secret is nearly right or wholly wrong. */
export function openWith(
  text: string,
  scope: KeyScope,
  book: Pick<SubmitterBook, 'key' | 'submitter'>,
): Opened {
  const id = /^ra_([0-9a-f]{12})_[0-9a-f]{40}$/.exec(text)?.[1]
  const key = id === undefined ? undefined : book.key(id)
  const told = Buffer.from(hashKey(text), 'hex')
  const kept = Buffer.from(key?.hash ?? '', 'hex')
  // Where there is no such key the comparison is made all the same, with what no hash is.
  const isKey = timingSafeEqual(
    told,
    kept.length === told.length ? kept : Buffer.alloc(told.length),
  )
  if (!isKey || key === undefined) return { kind: 'refused', because: 'unknown' }
  if (key.revoked || (book.submitter(key.submitter)?.revoked ?? true))
    return { kind: 'refused', because: 'revoked' }
  if (!key.scopes.includes(scope)) return { kind: 'refused', because: 'scope' }
  return { kind: 'opened', key }
}
