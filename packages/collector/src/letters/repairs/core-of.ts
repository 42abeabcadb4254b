import type { EntryReading } from '@redalert/core'

/** What of a reading an accusation rests on, as text; two readings with the same are one. */
export function coreOf({ entry }: EntryReading): string {
  const { source, at, clock, method, target, missing } = entry
  return JSON.stringify([source, at, clock, method, target, missing])
}

/**
 * Whether a reading is what a server writes of a request that any program sends: whole, with a method and a version, and
 * without a raw blank in its target. One that was put together wrongly hardly ever is.
 */
export function isNeat({ entry, format, located }: EntryReading): boolean {
  const { method, target, version, missing, cut, status } = entry
  if (cut || located.cut) return false
  if (missing !== undefined) return missing !== '' && !missing.includes(' ')
  if (target === undefined || target === '' || target.includes(' ')) return false
  if (method === undefined) return false
  const hasRequestLine = located.spans.request !== undefined
  if (!hasRequestLine) return true
  return (
    version !== undefined && version !== '' && (status !== undefined || format.clock === 'local')
  )
}
