import type { Standing } from '../../../trust/standing.ts'

/** A standing as it is kept. */
export function standingText({ limits, ...standing }: Standing): string {
  return JSON.stringify({ ...standing, limits: [...limits].toSorted(byDay) })
}

/** The inverse of {@link standingText}. */
export function standingOf(text: string): Standing {
  const { limits, ...standing } = JSON.parse(text) as Omit<Standing, 'limits'> & {
    readonly limits: readonly (readonly [string, string])[]
  }
  return { ...standing, limits: new Map(limits) }
}

/** What of a standing decides; the lie score does so only through the class. */
export function standingWeight(standing: Standing): string {
  return standingText({ ...standing, lieScore: null })
}

function byDay([one]: readonly [string, string], [other]: readonly [string, string]): number {
  return one < other ? -1 : 1
}
