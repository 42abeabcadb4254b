import type { LiePlan } from './lie-plan.ts'
import { publicAddress } from '../random/public-address.ts'
import type { Random } from '../random/random.ts'

/** One liar's (by number) word that an address is infected, some seconds after the start. */
export type Lie = { readonly liar: number; readonly address: number; readonly at: number }

/** Draws what so many liars tell over some days. */
export function lies(
  plan: LiePlan,
  { liars: count, days }: { readonly liars: number; readonly days: number },
  random: Random,
): readonly Lie[] {
  if (plan === null || count === 0) return []
  const liars = Array.from({ length: count }, (_, liar) => liar)
  const told: Lie[] = []
  for (let day = 0; day < days; day++) {
    for (const gang of gangs(liars, plan, random)) {
      const address = publicAddress(random)
      for (const liar of gang) {
        const seconds = random.fraction() * (plan.atOnce ? 3600 : 86_400)
        told.push({ liar, address, at: day * 86_400 + seconds })
      }
    }
  }
  return told
}

/** For each victim of a day the liars that tell of it, so that each liar tells of as many as it may. */
function gangs(
  liars: readonly number[],
  { perVictim, perDay }: { readonly perVictim: number; readonly perDay: number },
  random: Random,
): readonly (readonly number[])[] {
  if (perVictim === 1) return liars.flatMap(liar => Array.from({ length: perDay }, () => [liar]))
  const size = Math.min(perVictim, liars.length)
  const left = new Map(liars.map(liar => [liar, perDay]))
  const victims = Math.floor((liars.length * perDay) / size)
  return Array.from({ length: victims }, () => {
    // Those with the most left to tell, drawn among equals, so that nobody is left over.
    const gang = [...left]
      .map(([liar, count]) => ({ liar, count, lot: random.fraction() }))
      .toSorted((one, other) => other.count - one.count || one.lot - other.lot)
      .slice(0, size)
      .map(({ liar }) => liar)
    for (const liar of gang) left.set(liar, (left.get(liar) ?? 0) - 1)
    return gang
  })
}
