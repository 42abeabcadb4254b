import { Fault } from '../../fault.ts'
import { because } from '../../trust/because.ts'
import { consequences } from '../../trust/consequence.ts'
import { type Command, dataOption } from '../command.ts'
import { writeLines } from '../io.ts'
import { openBelieved } from '../open-believed.ts'
import { safeJson } from '../safe-text.ts'
import { stateNow } from '../state-now.ts'

/** `decided`: the machines about which something may be done. */
export const decided: Command = {
  usage: 'decided [ask|assert|escalate] --data DIR [--config FILE] [--json]',
  does: 'list the machines whose owners may be asked, to whom it may be stated, or of which others may be told; and why',
  options: { ...dataOption, config: { type: 'string' }, json: { type: 'boolean' } },
  words: { least: 0, most: 1 },
  async run(given, io) {
    const [named] = given.words
    const wanted = consequences.filter(each => named === undefined || each === named)
    if (wanted.length === 0) throw new Fault('bad-config', 'Say ask, assert or escalate.')
    using believed = openBelieved(given, io)
    const { beliefs } = believed
    let count = 0
    const lines = function* (): Generator<string> {
      for (const may of wanted) {
        for (const decision of beliefs.decided(may)) {
          count++
          const why = because(decision, beliefs.policy)
          const state = stateNow(believed.lives?.life(decision), may)
          yield given.options['json'] === true
            ? safeJson({ kind: 'decided', ...decision, state, why })
            : `${may.padEnd(8)} ${decision.source.padEnd(39)} ${decision.family.padEnd(16)} ${state.padEnd(19)} ${why}`
        }
      }
    }
    await writeLines(io, lines())
    return count > 0 ? 0 : 1
  },
}
