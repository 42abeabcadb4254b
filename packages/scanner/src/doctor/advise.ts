import type { ReadContext } from '@redalert/core'
import type { AdviceCode } from './advice.ts'
import type { Examined, FormatSeen } from './examined.ts'

/** Fewer lines may all come from one's own office. */
const enoughEntries = 20
const fewSources = 3

/** What one log lacks as a witness. Where a header is already read for the client, no proxy hides it. */
export function advise(
  { formats, events, eventFormats, lines }: Examined,
  { clientFrom }: Pick<ReadContext, 'clientFrom'>,
): readonly AdviceCode[] {
  const codes = new Set(formats.flatMap(adviseFormat))
  if (clientFrom) codes.delete('proxy')
  if (formats.length === 0 && eventFormats.has('json-lines') && events * 2 >= lines)
    codes.add('no-request')
  return [...codes]
}

const errorLogs: ReadonlySet<string> = new Set(['error-log-apache', 'error-log-nginx'])

/** An error log is what it is: only its clock can be helped. */
export function isErrorLog(format: string): boolean {
  return errorLogs.has(format)
}

function adviseFormat(seen: FormatSeen): readonly AdviceCode[] {
  const { entries, ports, assumed, monthGuessed, names, places, format } = seen
  const has = (field: 'userAgent' | 'referer') => places.has(field)
  const isWhole = !isErrorLog(format.name) && format.name !== 'httperr'
  const advice: readonly (readonly [AdviceCode, boolean])[] = [
    ['port', isWhole && ports === 0],
    ['zone', assumed > 0],
    ['agent', isWhole && !has('userAgent')],
    ['referer', isWhole && !has('referer')],
    ['query', format.queryLogged === false],
    ['proxy', isWhole && isBehindProxy(seen)],
    ['names', names * 10 > entries],
    ['month-first', monthGuessed > 0],
    ['missing-files', isSilent(seen)],
  ]
  return advice.filter(([, holds]) => holds).map(([code]) => code)
}

/** Nearly all clients are private or very few, or a header names others. */
function isBehindProxy({ entries, privates, sources, filled }: FormatSeen): boolean {
  const forwarded = Math.max(filled.get('forwarded') ?? 0, filled.get('realIp') ?? 0)
  if (entries < enoughEntries) return false
  return forwarded * 2 > entries || (privates * 10 > entries * 9 && sources.size <= fewSources)
}

/** An error log of Apache 2.4, which alone writes ports, without one missing file. */
function isSilent({ format, entries, ports, places }: FormatSeen): boolean {
  return (
    format.name === 'error-log-apache' &&
    ports > 0 &&
    entries >= enoughEntries &&
    !places.has('missing')
  )
}
