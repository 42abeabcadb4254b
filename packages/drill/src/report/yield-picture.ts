import { bar } from './bar.ts'
import { type FleetShares } from '../world/fleet-shares.ts'
import { percent } from './percent.ts'
import type { WorldPlan } from '../world/world.ts'
import type { CurvePoint } from '../score/yield-curve.ts'

/** What the picture shows: a plan, what came of it, and how its submitters are spread. */
export type PictureOf = {
  readonly plan: WorldPlan
  readonly seed: number
  readonly shares: FleetShares
  readonly curve: readonly CurvePoint[]
}

/** The curve of yield against innocents asked, as a text of at most 100 columns. */
export function yieldPicture({ plan, seed, shares, curve }: PictureOf): string {
  const [some] = curve
  if (!some) return ''
  const { seen, infected, framed, doubted } = some.yield
  const { fleet, lies, days } = plan
  const largest = shares.largest.map(({ name, share }) => `${name} ${percent(share)}`).join(', ')
  return [
    `${count(fleet.submitters)} new submitters, ${fleet.addressesEach} addresses each, ${days} days; ${count(infected)} infected; seed ${seed}`,
    `in whose hands they are: keys ${percent(shares.keys)}, free mail ${percent(shares.freeMail)}, other mail ${percent(shares.otherMail)};`,
    `the largest parties: ${largest}`,
    ...(lies === null || fleet.liars === 0
      ? ['nobody lies']
      : [
          `${percent(fleet.liars / fleet.submitters)} lie: ${count(lies.perDay)} victims a day each, ${lies.perVictim === 1 ? 'each alone' : `${lies.perVictim} of them on each victim`}${lies.camouflaged ? ', and tell the truth beside' : ''}${lies.atOnce ? ', all at once' : ''};`,
          `${count(framed)} innocents lied about; doubted: ${doubted.liars} of ${fleet.liars} liars, ${doubted.honest} of ${fleet.submitters - fleet.liars} others`,
        ]),
    `seen by anybody: ${count(seen)} (${percent(seen / infected)} of the infected)`,
    '',
    'asking needs     of the seen, asked           within a day     innocents asked',
    ...curve.map(pictureLine),
    '',
    `> is the table as configured: ${furthest(curve)}`,
    '',
  ].join('\n')
}

function pictureLine({
  points,
  isConfigured,
  yield: { seen, reached, withinDay, innocents },
}: CurvePoint) {
  const asked = reached.ask / Math.max(1, seen)
  const early = withinDay.asked / Math.max(1, withinDay.of)
  return [
    isConfigured ? '>' : ' ',
    `${points.toFixed(1).padStart(5)} points   `,
    `${bar(asked, 20)} ${percent(asked).padStart(7)}  `,
    `${percent(early).padStart(12)}     `,
    `${bar(Math.log10(1 + innocents.ask) / 5, 10)} ${count(innocents.ask)}`,
  ].join('')
}

function furthest(curve: readonly CurvePoint[]): string {
  const configured = curve.find(({ isConfigured }) => isConfigured)
  if (!configured) return ''
  const { reached, innocents } = configured.yield
  return `${count(reached.assert)} may be asserted (${count(innocents.assert)} innocents), ${count(reached.escalate)} escalated (${count(innocents.escalate)} innocents)`
}

function count(number: number): string {
  return number.toLocaleString('en-US')
}
