import type { Account, Receipt } from '@redalert/core'
import { amount } from '../report/amount.ts'
import { terminalText } from '../report/terminal.ts'
import type { Sent } from './sent.ts'

/** What became of a submission, in lines for a person. */
export function sentText(sent: Sent): readonly string[] {
  const to = terminalText(sent.head.to)
  const what = heldText(sent.head.holds)
  switch (sent.kind) {
    case 'received':
      return [
        `received by ${to} as ${terminalText(sent.id)}: ${what}`,
        ...(sent.receipt ? arrivedText(sent.receipt) : []),
        ...(sent.receipt?.account
          ? accountText(sent.receipt.account)
          : [`  not read yet: its receipt will be at ${placeOf(sent)}`]),
      ]
    case 'handed-over':
      return [`handed to the mail system for ${to}: ${what}`]
    case 'refused':
      return [
        `refused by ${to}: ${terminalText(sent.reason)}`,
        `  kept apart as ${sent.head.id}: redalert spool shows it`,
      ]
    case 'later':
      return [
        `waits for ${to}: ${what}: ${terminalText(sent.reason)}`,
        ...(sent.until === null
          ? []
          : [`  redalert spool send tries again; best after ${sent.until}`]),
      ]
  }
}

/** What a submission holds. */
export function heldText({ cells, sources, hours }: Sent['head']['holds']): string {
  const seen =
    cells === 0 ? 'nothing found' : `${amount(cells, 'cell')} of ${amount(sources, 'machine')}`
  return hours === 0 ? seen : `${seen}, ${amount(hours, 'hour')} of coverage`
}

function arrivedText({ submitter, bytes, sha256 }: Receipt): readonly string[] {
  return [
    `  ${amount(bytes, 'byte')} arrived, SHA-256 ${terminalText(sha256)}, under the name ${terminalText(submitter)}`,
  ]
}

/** Where the receipt can be had later. */
function placeOf({ head, id }: Extract<Sent, { readonly kind: 'received' }>): string {
  return terminalText(`${head.to.replace(/\/+$/, '')}/api/v1/submissions/${id}`)
}

function accountText(account: Account): readonly string[] {
  const { unit, accepted, duplicates, refused, repaired, advice, hosts } = account
  const known = duplicates > 0 ? ` (${amount(duplicates, 'one', 'of them')} known already)` : ''
  return [
    `  ${amount(accepted, unit)} accepted${known}; machines: ${hosts.new} new, ${hosts.known} known`,
    ...refused.map(
      ({ count, because, numbers }) =>
        `  ${amount(count, unit)} refused: ${terminalText(because)} (${numbers.map(span).join(', ')})`,
    ),
    ...repaired.map(
      ({ count, because }) => `  repaired: ${amount(count, 'time')}: ${terminalText(because)}`,
    ),
    ...advice.map(each => `  ${terminalText(each)}`),
  ]
}

function span([first, last]: readonly [number, number]): string {
  return first === last ? `${first}` : `${first}-${last}`
}
