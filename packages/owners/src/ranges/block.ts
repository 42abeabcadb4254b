import type { Address } from '@redalert/core'
import { addressOf, type Key, keyOf } from './key.ts'
import type { Range } from './range.ts'

/** The smallest block that is routed, and so the largest in which one answer may be guessed to hold: an IPv4 /24, an IPv6 /48. */
export type Block = string & { readonly _: 'Block' }

/** The block in which an address lies, named by its first address. */
export function blockOf(address: Address): Block {
  const key = keyOf(address)
  return `${addressOf(firstOf(key))}/${key.length === 1 ? 24 : 48}` as Block
}

/** Whether a range lies in one block, as one assignment to one customer does. */
export function inOneBlock({ start, end }: Range): boolean {
  return blockOf(start) === blockOf(end)
}

function firstOf(key: Key): Key {
  if (key.length === 1) return [((key[0] ?? 0) & 0xffff_ff00) >>> 0]
  return [key[0] ?? 0, ((key[1] ?? 0) & 0xffff_0000) >>> 0, 0, 0]
}
