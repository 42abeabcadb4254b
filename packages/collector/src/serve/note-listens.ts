import { parseAddress } from '@redalert/core'
import type { SubmitterBook } from '../trust/submitter-book.ts'

/** Writes down where somebody's servers listen, as they told: addresses, or the networks in which these lie. */
export function noteListens(name: string, told: readonly string[], book: SubmitterBook): void {
  const listens = told
    .map(text => parseAddress(text.split('/')[0] ?? ''))
    .filter(address => address !== undefined)
  if (listens.length > 0) book.record({ kind: 'came', name, from: null, listens })
}
