import { ownerFault } from '../fault.ts'
import { listLines } from './list-lines.ts'
import type { NeverAction, NeverEntry } from './never-list.ts'
import { rangeAhead } from './range-ahead.ts'

const actions: readonly string[] = ['ignore', 'hold', 'port-only'] satisfies NeverAction[]

/**
 * Reads an operator's list: a range, what to do (`ignore`, `hold`, `port-only`), and why, one to a line; `#` begins a
 * comment. `192.0.2.0/24 hold front end of a content network`
 */
export function readNeverList(text: string, file: string): NeverEntry[] {
  return listLines(text).map(({ number, words }) => {
    const { text: first, range, rest } = rangeAhead(words)
    const [action = '', ...why] = rest
    if (!range) throw ownerFault('bad-list', `${file}, line ${number}: ${first} is no network`)
    if (!isAction(action))
      throw ownerFault(
        'bad-list',
        `${file}, line ${number}: what shall be done with ${first}? Write one of ${actions.join(', ')}`,
      )
    return { range, action, reason: why.join(' ') || `it is listed in ${file}` }
  })
}

function isAction(text: string): text is NeverAction {
  return actions.includes(text)
}
