import type { Flag } from '../flag.ts'
import { choice } from '../values/choice.ts'

/** Whether to write in colours, for every command that people read. */
export const colorFlag = {
  group: 'Showing',
  takes: choice('WHEN', ['auto', 'always', 'never']),
  standard: 'auto',
  negated: 'never',
  help: 'colours',
  more: 'auto: on a terminal, unless NO_COLOR is set.',
} as const satisfies Flag
