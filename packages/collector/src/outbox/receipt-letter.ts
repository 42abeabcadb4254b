import { type Account, type Instant, instantOfSeconds, secondsOf } from '@redalert/core'
import type { Letter, Unsettled } from '../outgoing.ts'

/** What writing receipts needs. */
export type ReceiptOptions = {
  readonly now: () => Instant
  /** The domain of the message ids. */
  readonly domain: string
  readonly perDay: number
  /** Whether a weekly mail can be asked for. */
  readonly hasWeekly: boolean
  /** How many letters were made for an address since a moment. */
  readonly lettersTo: (address: string, since: Instant) => number
}

const daySeconds = 86_400

/** The receipt of an arrival as a letter, when its sender has proven an address and has not had many today. Nothing that came from outside stands in it but its hash. */
export function receiptLetter(
  { answerTo, receipt }: Unsettled,
  { now, domain, perDay, hasWeekly, lettersTo }: ReceiptOptions,
): Letter | undefined {
  const { account, id, sha256, bytes, at } = receipt
  if (answerTo === undefined || !account) return undefined
  const moment = now()
  const yesterday = instantOfSeconds(secondsOf(moment) - daySeconds) ?? moment
  if (lettersTo(answerTo, yesterday) >= perDay) return undefined
  const lines = [
    'This is the receipt for the log lines that you sent.',
    '',
    `Arrived   ${at.replace('T', ' ').replace('Z', ' UTC')}, ${bytes} bytes`,
    `SHA-256   ${sha256}`,
    `Kept as   ${id}`,
    '',
    ...accountLines(account),
    '',
    'A machine is told to its owner only when others saw it too. Thank you.',
    ...(hasWeekly
      ? [
          '',
          'To hear once a week what became of the machines, when anything did, send a mail',
          'whose subject is: weekly',
        ]
      : []),
  ]
  return {
    to: answerTo,
    subject: `Receipt: ${account.accepted} of ${account.units} ${account.unit}s`,
    text: `${lines.join('\n')}\n`,
    messageId: `<${id}@${domain}>`,
    at: moment,
  }
}

/** An account for people, a line for each thing. */
export function accountLines(account: Account): readonly string[] {
  const {
    unit,
    units,
    accepted,
    duplicates,
    other,
    skipped,
    contacts,
    refused,
    repaired,
    advice,
    hosts,
  } = account
  const row = (count: number, text: string) => `${String(count).padStart(7)}  ${text}`
  return [
    row(units, `${unit}s read`),
    row(
      accepted,
      `show an infected machine, or one that may be${duplicates > 0 ? `; ${duplicates} of them were known` : ''}`,
    ),
    ...(other > 0 ? [row(other, 'show nothing')] : []),
    ...(skipped > 0 ? [row(skipped, 'are blank, comments or a signature')] : []),
    ...(contacts > 0
      ? [
          row(
            contacts,
            "are firewall lines of DShield's format: counted, and nobody is accused by them",
          ),
        ]
      : []),
    ...refused.map(({ count, because, numbers }) =>
      row(count, `refused: ${because} (${unit} ${rangesText(numbers)})`),
    ),
    ...(hosts.new + hosts.known > 0
      ? [row(hosts.new, 'machines are new'), row(hosts.known, 'machines were known')]
      : []),
    ...repaired.map(({ because, count }) => row(count, `repaired: ${because}`)),
    ...advice.map(sentence => `         ${sentence}`),
  ]
}

const mostRanges = 10

function rangesText(numbers: readonly (readonly [number, number])[]): string {
  const shown = numbers
    .slice(0, mostRanges)
    .map(([first, last]) => (first === last ? `${first}` : `${first}-${last}`))
  return `${shown.join(', ')}${numbers.length > mostRanges ? ' …' : ''}`
}
