import { type Opened, openWith } from '../../keys/open-with.ts'
import type { KeyScope } from '../../trust/kept-key.ts'
import type { SubmitterBook } from '../../trust/submitter-book.ts'

/** What a request's `Authorization` header opens; `none`: it has none. */
export type Bearer = Opened | { readonly kind: 'none' }

/** Reads a bearer key (RFC 6750) and looks up what it opens. */
export function readBearer(
  header: string | undefined,
  scope: KeyScope,
  book: Pick<SubmitterBook, 'key' | 'submitter'>,
): Bearer {
  if (header === undefined) return { kind: 'none' }
  const [, key] = /^bearer +([A-Za-z0-9._~+/-]{1,200}=*)$/i.exec(header) ?? []
  return key === undefined ? { kind: 'refused', because: 'unknown' } : openWith(key, scope, book)
}
