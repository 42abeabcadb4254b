/** The seconds that a `Retry-After` asks for, as a number or as a date (RFC 9110); undefined when it says nothing. */
export function retryAfter(header: string | null, now: number): number | undefined {
  if (header === null) return undefined
  if (/^\d{1,9}$/.test(header.trim())) return Number(header)
  const moment = Date.parse(header.slice(0, 60))
  return Number.isNaN(moment) ? undefined : Math.max(0, Math.ceil((moment - now) / 1000))
}
