import { formatNamed, parseZone } from '@redalert/core'
import type { Hints } from '../../arrival.ts'
import type { Problem } from '../../web/problem.ts'

/** What a request says about how to read its body. */
export type RequestHints = { readonly hints: Hints } | { readonly problem: Problem }

/** Reads the query and the encoding of a request, strictly: who names a format or a zone wrongly should know at once. */
export function requestHints(query: unknown, encoding: string | undefined): RequestHints {
  const given = query as Readonly<Record<string, unknown>>
  const odd = Object.keys(given).find(name => !['format', 'zone', 'sensor'].includes(name))
  if (odd !== undefined)
    return bad(`there is no parameter ${shown(odd)}: it can be format, zone or sensor`)
  for (const [name, value] of Object.entries(given)) {
    if (typeof value !== 'string' || value === '' || value.length > 1000)
      return bad(`${name} must be given once, and not be empty`)
  }
  const { format, zone, sensor } = given as Readonly<Record<string, string | undefined>>
  const named =
    format === undefined || format.toLowerCase() === 'auto' ? undefined : formatNamed(format)
  if (named && 'wrong' in named) return bad(named.wrong)
  if (zone !== undefined && !parseZone(zone))
    return bad(`zone ${shown(zone)} is none: write it like +02:00 or Europe/Amsterdam`)
  if (sensor !== undefined && !/^[A-Za-z0-9][A-Za-z0-9._:-]{0,63}$/.test(sensor)) {
    return bad('sensor must be up to 64 letters, digits, dots and dashes')
  }
  const packing = packingOf(encoding)
  if (packing === 'unknown') {
    return {
      problem: {
        status: 415,
        title: 'Unsupported content encoding',
        detail: 'send the body plain, with gzip or with zstd',
      },
    }
  }
  return {
    hints: {
      ...(format !== undefined && { format }),
      ...(zone !== undefined && { zone }),
      ...(sensor !== undefined && { sensor }),
      ...(packing !== undefined && { packing }),
    },
  }
}

function packingOf(encoding = 'identity'): Hints['packing'] | 'unknown' {
  switch (encoding.trim().toLowerCase()) {
    case 'identity':
    case '':
      return undefined
    case 'gzip':
    case 'x-gzip':
      return 'gzip'
    case 'zstd':
      return 'zstd'
    default:
      return 'unknown'
  }
}

function bad(detail: string): RequestHints {
  return { problem: { status: 400, title: 'Bad request', detail } }
}

function shown(text: string): string {
  return JSON.stringify(text.slice(0, 40))
}
