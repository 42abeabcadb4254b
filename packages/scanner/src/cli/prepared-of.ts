import type { Network } from '@redalert/core'
import { type Prepared, prepare } from '../submit/prepare.ts'
import { sensorTokens } from '../submit/sensor-token.ts'
import { stayText } from '../submit/stay-text.ts'
import type { Told } from '../submit/told.ts'
import { stateFolder } from '../spool/state-folder.ts'
import type { Target } from '../spool/targets.ts'
import type { Io } from './io.ts'

/** What leaves of what was told, after saying what stays. */
export function preparedOf(
  told: readonly Told[],
  options: { readonly target: Target; readonly mine: readonly Network[] },
  io: Io,
): readonly Prepared[] {
  const { target, mine } = options
  const tokens = sensorTokens(stateFolder(io.env))
  const prepared = told.map(each => prepare(each, { tokens, target, mine }))
  for (const { stay } of prepared)
    for (const line of stayText(stay)) io.stderr.write(`redalert: note: ${line}\n`)
  return prepared
}
