import {
  appendFileSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  writeFileSync,
} from 'node:fs'
import { dirname } from 'node:path'
import { parseAddress } from '@redalert/core'
import { blockOf } from '../ranges/block.ts'
import { rangeBetween } from '../ranges/range.ts'
import type { CacheRecord } from './cache-record.ts'
import { rangeCache, type RangeCache, type RangeCacheParts } from './range-cache.ts'

/**
 * A cache that outlives the program: every answer is a line at the end of a file, and of what was said twice the last
 * counts. A line that was cut off by a crash is passed over.
 */
export function openCacheFile(
  path: string,
  parts: Pick<RangeCacheParts, 'now' | 'random'>,
): RangeCache {
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 })
  const lines = existsSync(path) ? readFileSync(path, 'utf8').split('\n') : []
  const records = lines.flatMap(line => readRecord(line) ?? [])
  const cache = rangeCache({
    ...parts,
    records,
    changed: record => appendFileSync(path, `${JSON.stringify(record)}\n`, { mode: 0o600 }),
  })
  const kept = [...cache.records()]
  if (kept.length < lines.length - 1) {
    writeFileSync(`${path}.new`, kept.map(record => `${JSON.stringify(record)}\n`).join(''), {
      mode: 0o600,
    })
    renameSync(`${path}.new`, path)
  }
  return cache
}

function readRecord(line: string): CacheRecord | undefined {
  if (line === '') return undefined
  try {
    const record = JSON.parse(line) as CacheRecord
    return isWhole(record) ? record : undefined
  } catch {
    return undefined
  }
}

/** Ranges and blocks are spelled as we spell them, or the line is from somebody else. */
function isWhole(record: CacheRecord): boolean {
  switch (record.kind) {
    case 'holding':
      return isRange(record.range) && record.holding.asked.every(one => parseAddress(one) === one)
    case 'asked':
      return isRange(record.range) && parseAddress(record.address) === record.address
    case 'forgotten':
      return isRange(record.range)
    case 'miss':
      return parseAddress(record.address) !== undefined && blockOf(record.address) === record.block
    case 'origin':
      return Number.isInteger(record.asn)
    default:
      return false
  }
}

function isRange({ start, end }: { readonly start: string; readonly end: string }): boolean {
  const range = rangeBetween(start, end)
  return range?.start === start && range.end === end
}
