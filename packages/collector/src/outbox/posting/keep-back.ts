import type { Instant } from '@redalert/core'
import type { CaseBook } from '../../cases/book/case-book.ts'
import type { Letterbox } from '../../letterbox.ts'

/** What keeping a letter back needs. */
export type KeepingBack = {
  readonly book: Pick<CaseBook, 'without'>
  readonly letterbox: Pick<Letterbox, 'letter' | 'hold' | 'withdraw'>
}

/** Keeps letters back that have not left, until a person approves them, or for good: what they told is told no more. Gives those that were. */
export function keepBack(
  { book, letterbox }: KeepingBack,
  ids: readonly number[],
  {
    as,
    because,
    at,
  }: { readonly as: 'hold' | 'withdraw'; readonly because: string; readonly at: Instant },
): readonly number[] {
  return ids.filter(id => {
    const letter = letterbox.letter(id)
    if (!letter) return false
    const isLetGo = letter.letGo !== null && (letter.state === 'queued' || letter.state === 'held')
    return letterbox[as](id, because, isLetGo ? book.without([letter], at) : [])
  })
}
