import { amount } from '../report/amount.ts'
import type { StayReason } from './leaving.ts'

const reasons: Readonly<Record<StayReason, string>> = {
  mine: 'they are of your own machines',
  name: 'their source is a host name: log addresses to have them told',
  assumed: 'the log names no time zone: say --zone Europe/Berlin, or whichever it is',
  unproven: 'their line does not show them',
}

/** What does not leave and why, in lines for a person. */
export function stayText(stay: Readonly<Record<StayReason, number>>): readonly string[] {
  return (Object.keys(reasons) as StayReason[])
    .filter(reason => stay[reason] > 0)
    .map(reason => `${amount(stay[reason], 'cell stays', 'cells stay')} here: ${reasons[reason]}`)
}
