import { wantsColour } from '../report/colour.ts'
import { painter } from '../report/paint.ts'
import type { View } from '../report/view.ts'
import type { Io } from './io.ts'

const narrowest = 40
const widest = 100

/** How a text for people is shown on the standard output. Sentences stay readable on a wide screen. */
export function viewOf(color: 'auto' | 'always' | 'never', { stdout, env }: Io): View {
  const columns = (stdout.isTTY ? stdout.columns : Number(env.COLUMNS)) || 80
  return {
    width: Math.min(Math.max(columns, narrowest), widest),
    paint: painter(wantsColour(color, stdout.isTTY, env)),
  }
}
