import { formatNamed, formatNames, type LogFormat, nearestName } from '@redalert/core'
import type { Value } from '../value.ts'

/** A log format: its name, or the format string of a server's configuration. */
export const format: Value<LogFormat> = {
  shown: 'NAME',
  choices: () => formatNames,
  read(given) {
    const found = formatNamed(given)
    if (!('wrong' in found)) return { value: found }
    if (/[%$]/.test(given)) return { wrong: `tells too little: ${found.wrong}` }
    const nearest = nearestName(given, formatNames)
    return {
      wrong: `is not known: ${nearest === undefined ? 'redalert help scan lists the formats' : `did you mean ${nearest}?`}`,
    }
  },
}
