import { type Cut, type Field, template } from '@redalert/core'
import type { AdviceCode } from '../advice.ts'
import type { ConfiguredLog } from './configured.ts'

/** What a log lacks that is written with a format string of Apache or nginx. */
export function codesOf(format: string): Pick<ConfiguredLog, 'codes' | 'wrong'> {
  const made = template(format)
  if ('wrong' in made) return { codes: ['format'], wrong: made.wrong }
  const fields = new Set((made.cuts ?? []).flatMap(fieldsOf))
  const advice: readonly (readonly [AdviceCode, boolean])[] = [
    ['port', !fields.has('port')],
    ['port-ambiguous', /%[ah]:%\{remote\}p|\$remote_addr:\$remote_port/.test(format)],
    ['zone', lacksZone(format)],
    ['agent', !fields.has('userAgent')],
    ['referer', !fields.has('referer')],
    ['query', !/%[<>]?r|%q|\$request\b|\$request_uri|\$args|\$query_string/.test(format)],
  ]
  return { codes: advice.filter(([, holds]) => holds).map(([code]) => code) }
}

function fieldsOf(cut: Cut): readonly Field[] {
  if (cut.kind === 'request' || cut.kind === 'bareRequest') return ['request']
  return 'field' in cut ? [cut.field] : []
}

/** A pattern of strftime that writes neither a zone nor seconds since 1970. */
function lacksZone(format: string): boolean {
  const [, pattern] = /%\{([^}]{0,80})\}t/.exec(format) ?? []
  if (pattern === undefined || format.includes('%t')) return false
  return !/%[zZs]|^(?:begin:|end:)?[mu]?sec/.test(pattern) && !/%\{%[zZ]\}t/.test(format)
}
