import { createHash } from 'node:crypto'
import type { Submitters } from '../../trust/submitters.ts'

/** Who a request comes from by its `Authorization` header: an enrolled name, nobody in particular, or somebody who only claims. */
export type Bearer =
  | { readonly kind: 'known'; readonly name: string }
  | { readonly kind: 'none' | 'unknown' }

/** Reads a bearer key (RFC 6750). It is looked up by its hash, so that no time tells how much of it was right. */
export function readBearer(header: string | undefined, submitters: Submitters): Bearer {
  if (header === undefined) return { kind: 'none' }
  const [, key] = /^bearer +([A-Za-z0-9._~+/-]{1,200}=*)$/i.exec(header) ?? []
  if (key === undefined) return { kind: 'unknown' }
  const name = submitters.byKeyHash(keyHash(key))
  return name === undefined ? { kind: 'unknown' } : { kind: 'known', name }
}

/** What is kept of a key. */
export function keyHash(key: string): string {
  return createHash('sha256').update(key).digest('hex')
}
