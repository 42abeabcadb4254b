import { readAnyTime } from '@redalert/core'

/** The directive of Apache's LogFormat that writes such a time; undefined when it is no time. */
export function timeDirective(text: string): string | undefined {
  if (!readAnyTime(text)) return undefined
  if (/^\d+(?:\.\d+)?$/.test(text)) return epochDirective(text)
  if (text.charAt(2) === '/') return text.includes(' ') ? '%{%d/%b/%Y:%T %z}t' : '%{%d/%b/%Y:%T}t'
  if (text.charAt(4) !== '-' && text.charAt(4) !== '/') return '%{%c}t'
  const separator = text.charAt(10)
  const zone = /(?<blank> ?)(?:Z|UTC|GMT|[+-]\d\d:?\d\d)$/.exec(text)
  return `%{%F${separator}%T${zone ? `${zone.groups?.blank ?? ''}%z` : ''}}t`
}

function epochDirective(text: string): string {
  const digits = text.split('.', 1)[0]?.length ?? 0
  if (digits <= 11) return '%{sec}t'
  return digits <= 14 ? '%{msec}t' : '%{usec}t'
}
