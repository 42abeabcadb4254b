import { remark } from './fault.ts'
import type { Found, FoundLog } from './found.ts'
import { mayHold, type Wanted } from './may-hold.ts'

/** Leaves out the logs that cannot hold anything of the time asked for, and says once that it did. */
export function ofTime(found: readonly Found[], wanted: Wanted): readonly Found[] {
  const outside = found.filter(
    (each): each is FoundLog =>
      each.kind === 'log' && !mayHold(each.path ?? '', each.modified, wanted),
  )
  const [first] = outside
  if (!first) return found
  const left = new Set<Found>(outside)
  const others = outside.length - 1
  const which =
    others === 0
      ? `${first.name} was`
      : `${first.name} and ${others} more log${others > 1 ? 's' : ''} were`
  const said = remark(
    'other-time',
    first.name,
    `${which} not opened: nothing in ${others === 0 ? 'it' : 'them'} can be of the time asked for`,
  )
  return [said, ...found.filter(each => !left.has(each))]
}
