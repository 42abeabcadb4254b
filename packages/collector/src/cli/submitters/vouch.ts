import type { SubmitterBook } from '../../trust/submitter-book.ts'
import { checkKnown } from './check-known.ts'

/** Vouches for somebody, or no longer does. */
export function vouch(
  book: SubmitterBook,
  name: string,
  { undo }: { readonly undo: boolean },
): readonly string[] {
  checkKnown(book, name)
  book.record({ kind: undo ? 'unvetted' : 'vetted', name })
  return [undo ? `You no longer vouch for ${name}.` : `You vouch for ${name}.`]
}
