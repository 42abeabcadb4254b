const first = 30
const most = 6 * 3600
/** A collector may ask to be left alone for a day, and no longer. */
const mostAsked = 24 * 3600

/** How many seconds to wait after so many failed tries: longer each time, never the same for two senders, and at least what was asked for. */
export function backOff(
  tries: number,
  { random, asked = 0 }: { readonly random: () => number; readonly asked?: number | undefined },
): number {
  const usual = Math.min(most, first * 2 ** Math.min(tries - 1, 20))
  const spread = usual * (0.5 + random())
  return Math.round(Math.max(spread, Math.min(asked, mostAsked) * (1 + random() / 10)))
}
