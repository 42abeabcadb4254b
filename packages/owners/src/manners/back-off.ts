const minute = 60_000

/**
 * How long to leave a registry alone that is busy: what it asks for, else a minute that doubles with each time up to
 * an hour; with some chance in it, so that not everybody comes back at the same second.
 */
export function backOff(
  times: number,
  { asked, random }: { asked?: number; random: () => number },
): number {
  const own = Math.min(60 * minute, minute * 2 ** Math.max(0, times - 1))
  const wait = asked === undefined ? own : Math.min(Math.max(asked, 1000), 24 * 60 * minute)
  return Math.round(wait * (1 + random() * 0.25))
}
