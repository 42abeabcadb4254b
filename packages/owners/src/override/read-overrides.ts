import { ownerFault } from '../fault.ts'
import { parseMailbox } from '../model/mailbox.ts'
import { listLines } from '../never/list-lines.ts'
import { rangeAhead } from '../never/range-ahead.ts'
import type { Override } from './override.ts'

/**
 * Reads an operator's overrides: a range, then a mailbox or `stop`, then how (`language=`, `format=`, `interval=`
 * in hours, `addresses=dynamic`), then why. `192.0.2.0/24 abuse@example.org language=nl interval=48 agreed by telephone`
 */
export function readOverrides(text: string, file: string): Override[] {
  return listLines(text).map(({ number, words }) => {
    const wrong = (what: string) => ownerFault('bad-list', `${file}, line ${number}: ${what}`)
    const { text: first, range, rest: behind } = rangeAhead(words)
    const [second = '', ...rest] = behind
    if (!range) throw wrong(`${first} is no network`)
    const stop = second === 'stop'
    const contact = stop ? undefined : parseMailbox(second)
    if (!stop && !contact) throw wrong(`${second || 'nothing'} is no mailbox and not "stop"`)
    const { language, format, interval, addresses } = settings(rest.filter(isSetting))
    if (interval !== undefined && !/^[1-9]\d{0,3}$/.test(interval))
      throw wrong(`interval=${interval} is no number of hours`)
    if (addresses !== undefined && addresses !== 'dynamic')
      throw wrong(`addresses=${addresses} is not addresses=dynamic`)
    const reason = rest.filter(word => !isSetting(word)).join(' ')
    return {
      range,
      ...(stop && { stop }),
      ...(contact && { contact }),
      ...(language && { language }),
      ...(format && { format }),
      ...(interval && { intervalHours: Number(interval) }),
      ...(addresses && { addresses }),
      ...(reason && { reason }),
    }
  })
}

function isSetting(word: string): boolean {
  return /^(?:language|format|interval|addresses)=./.test(word)
}

function settings(words: readonly string[]): Partial<Record<string, string>> {
  return Object.fromEntries(
    words.map(word => {
      const equals = word.indexOf('=')
      return [word.slice(0, equals), word.slice(equals + 1)]
    }),
  )
}
