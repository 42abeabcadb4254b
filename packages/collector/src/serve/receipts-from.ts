import type { Config } from '../config/schema.ts'
import { receiptLetter, type ReceiptOptions } from '../outbox/receipt-letter.ts'

/** Makes the receipts of arrivals, by what the configuration says at the time; none without a relay. */
export function receiptsFrom(
  config: () => Config,
  {
    relay,
    ...parts
  }: Pick<ReceiptOptions, 'now' | 'lettersTo'> & {
    readonly relay: { readonly domain: string } | undefined
  },
): (unsettled: Parameters<typeof receiptLetter>[0]) => ReturnType<typeof receiptLetter> {
  return unsettled => {
    if (!relay) return undefined
    const { relay: set, outbox, http } = config()
    // Only those mails are offered that leave: they need a name, and a page to end them.
    const hasWeekly =
      outbox.mode === 'live' &&
      outbox.organisation !== undefined &&
      http.address?.startsWith('https:') === true
    const { domain } = relay
    return receiptLetter(unsettled, { ...parts, domain, perDay: set?.per_day ?? 1, hasWeekly })
  }
}
