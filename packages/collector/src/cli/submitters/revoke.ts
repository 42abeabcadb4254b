import { Fault } from '../../fault.ts'
import type { SubmitterBook } from '../../trust/submitter-book.ts'
import { checkKnown } from './check-known.ts'

/** Takes back all that somebody ever said, and lets none of their keys open anything; or ends one key, for good. */
export function revoke(
  book: SubmitterBook,
  named: string,
  { undo }: { readonly undo: boolean },
): readonly string[] {
  if (named.startsWith('ra_')) return [endKey(book, named, undo)]
  checkKnown(book, named)
  book.record({ kind: undo ? 'restored' : 'revoked', name: named })
  return [
    undo
      ? `What ${named} told counts again.`
      : `Nothing that ${named} told counts any more. It is kept: submitters revoke ${named} --undo makes it count again, forget ${named} removes it.`,
  ]
}

/** A key is named by its beginning, `ra_` and its id; whoever pastes the whole key is understood. */
function endKey(book: SubmitterBook, named: string, undo: boolean): string {
  const [, id = ''] = named.split('_')
  if (undo) throw new Fault('bad-config', 'A key that was ended stays so: make another one.')
  if (!book.revokeKey(id))
    throw new Fault(
      'bad-config',
      `There is no key ra_${id.slice(0, 12)}: submitters list shows them.`,
    )
  return `The key ra_${id} opens nothing any more.`
}
