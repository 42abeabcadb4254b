import { addressWords } from '@redalert/core'

/** Whether somebody may come again now; if not, after how many seconds. */
export type Rate = (
  who: string,
  milliseconds: number,
) => { readonly isIn: true } | { readonly isIn: false; readonly after: number }

const mostRemembered = 50_000

/** Lets everybody in so many times a minute, and as many at once. */
export function rateLimit(perMinute: number): Rate {
  const full = new Map<string, { level: number; at: number }>()
  return (who, milliseconds) => {
    const bucket = full.get(who) ?? { level: 0, at: milliseconds }
    const level = Math.max(0, bucket.level - ((milliseconds - bucket.at) / 60_000) * perMinute)
    if (level + 1 > perMinute) {
      return { isIn: false, after: Math.ceil(((level + 1 - perMinute) / perMinute) * 60) }
    }
    if (full.size >= mostRemembered) full.clear()
    full.set(who, { level: level + 1, at: milliseconds })
    return { isIn: true }
  }
}

/** Under what an address is counted: one customer has a whole /64 of IPv6. */
export function networkOf(address: string): string {
  const words = addressWords(address)
  return words?.length === 8 ? words.slice(0, 4).join(':') : address
}
