import type { Status, StatusCount } from '@redalert/core'
import { amount, grouped } from '../report/amount.ts'
import { type TerminalText, terminalText } from '../report/terminal.ts'

/** What the states mean to whoever told of the machines. A collector may know others, which go by their names. */
const meanings: Readonly<Record<string, string>> = {
  suspected: 'not sure enough yet to tell anybody',
  confirmed: 'sure enough: their owners are to be told',
  told: 'their owners were told, and nothing new was seen since',
  'active-after-notice': 'still active after their owners were told',
  'claimed-cleaned': 'cleaned, say their owners',
  'claimed-patched': 'cleaned and patched, say their owners',
  quiet: 'quiet: nothing comes from them any more',
  fixed: 'presumed fixed',
  relapsed: 'active again after they were fixed',
  disputed: 'disputed by their owners',
  excluded: 'set aside',
  expired: 'seen too long ago to tell anybody',
}
const order = Object.keys(meanings)

/** What became of it all, for a person. */
export function statusText(
  { submitter, all, families }: Status,
  to: string,
): readonly TerminalText[] {
  if (all.hosts === 0) return [terminalText(`${submitter} told ${to} of no machine lately.`)]
  const head = `${submitter} told ${to} of ${amount(all.hosts, 'machine')} lately; of ${grouped(all.told)} somebody who answers for them was told.`
  return [
    terminalText(head),
    ...counts(all),
    ...(families.length > 1
      ? families.flatMap(each => [terminalText(''), terminalText(each.family), ...counts(each)])
      : []),
  ]
}

function counts({ states }: StatusCount): readonly TerminalText[] {
  const place = (state: string) => (order.includes(state) ? order.indexOf(state) : order.length)
  return Object.entries(states)
    .toSorted(([one], [other]) => place(one) - place(other))
    .map(([state, count]) =>
      terminalText(
        `${grouped(count).padStart(9)}  ${Object.hasOwn(meanings, state) ? meanings[state] : state}`,
      ),
    )
}
