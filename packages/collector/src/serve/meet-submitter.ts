import type { Arrival, Proof } from '../arrival.ts'
import type { SubmitterBook } from '../trust/submitter-book.ts'
import type { SubmitterKind } from '../trust/submitter.ts'

/**
 * Writes down who brought something, when they are met for the first time, and from where it came. What lies in the
 * operator's own folder is the operator's word; in a folder of another name it is that of whoever is called so.
 */
export function meetSubmitter(
  { submitter: name, proof, at, sentFrom }: Arrival,
  { book, own }: { readonly book: SubmitterBook; readonly own: string },
): void {
  if (!book.submitter(name)) {
    const as = proof === 'operator' && name === own ? 'own' : kinds[proof]
    book.record({ kind: 'met', name, as, at, batch: null })
  }
  // Nothing follows from where those come from who prove nothing.
  if (proof !== 'none' && sentFrom) book.record({ kind: 'came', name, from: sentFrom, listens: [] })
}

const kinds: Readonly<Record<Proof, SubmitterKind>> = {
  key: 'key',
  operator: 'key',
  dkim: 'mail',
  spf: 'mail',
  none: 'anonymous',
}
