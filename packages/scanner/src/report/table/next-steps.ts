import { amount } from '../amount.ts'
import { say, type TerminalText } from '../terminal.ts'
import type { Told } from './told.ts'

/** What a person may want to do now, where something is left to do. */
export function nextSteps({ rows, summary, unreadShown }: Told): readonly TerminalText[] {
  const steps: TerminalText[] = []
  if (rows.some(({ setApart, grade }) => setApart === null && grade !== 'probe')) {
    steps.push(
      say`The owners of these machines hardly know it: redalert letters writes to each of them, for you to send. --json writes down all the proof.`,
    )
  }
  if (rows.some(({ clock }) => clock === 'assumed')) {
    steps.push(
      say`Times with a question mark come from logs that do not name their zone, and were read as UTC: name it, as in --zone Europe/Berlin.`,
    )
  }
  const unread = summary?.unread ?? 0
  if (unread > unreadShown) {
    steps.push(say`${amount(unread, 'line')} could not be read: --unread shows which, and why.`)
  }
  return steps
}
