import { type Network, secondsOf } from '@redalert/core'
import type { SQLInputValue } from 'node:sqlite'
import type { HostQuery } from '../../store.ts'
import type { NameReader } from './read-names.ts'

/** A condition on the table of hosts, or undefined when nothing can fulfil it. */
export type Condition = { readonly sql: string; readonly values: readonly SQLInputValue[] }

/** The condition that a query means. */
export function conditionOf(query: HostQuery, names: NameReader): Condition | undefined {
  const { within, since, until, family } = query
  const parts: Condition[] = [{ sql: 'family > 0', values: [] }]
  if (within) {
    const [first, last] = boundsOf(within)
    parts.push({
      sql: 'source BETWEEN ? AND ? AND length(source) = ?',
      values: [first, last, first.length],
    })
  }
  if (since !== undefined) parts.push({ sql: 'last >= ?', values: [secondsOf(since)] })
  if (until !== undefined) parts.push({ sql: 'last < ?', values: [secondsOf(until)] })
  if (family !== undefined) {
    const number = names.numberOf('family', family)
    if (number === undefined) return undefined
    parts.push({ sql: 'family = ?', values: [number] })
  }
  return {
    sql: parts.map(({ sql }) => sql).join(' AND '),
    values: parts.flatMap(({ values }) => values),
  }
}

/** The first and the last address of a network, as bytes. */
function boundsOf({ words, bits }: Network): readonly [Buffer, Buffer] {
  const [first, last] = [Buffer.alloc(words.length * 2), Buffer.alloc(words.length * 2)]
  for (const [index, word] of words.entries()) {
    const kept = Math.min(16, Math.max(0, bits - index * 16))
    const mask = (0xffff << (16 - kept)) & 0xffff
    first.writeUInt16BE(word & mask, index * 2)
    last.writeUInt16BE((word & mask) | (~mask & 0xffff), index * 2)
  }
  return [first, last]
}
