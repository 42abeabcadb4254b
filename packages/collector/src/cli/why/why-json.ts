import { sight, type Source } from '@redalert/core'
import type { ToldCell } from '../../store/store.ts'
import type { Believed } from '../open-believed.ts'
import { safeJson } from '../safe-text.ts'

/** What is known of one machine for programs: a line for each family, and one for each cell that was told. */
export function* whyJson(
  source: Source,
  told: readonly ToldCell[],
  { beliefs, lives, families }: Believed,
): Generator<string> {
  const decisions = beliefs.decisionsOf(source)
  const rows = sight(
    told.map(({ cell }) => cell),
    families.list,
    null,
  )
  for (const { family, grade, reason, first, last } of rows) {
    const { may, points, parties } = decisions.find(each => each.family === family) ?? {
      may: null,
      points: 0,
      parties: 0,
    }
    const host = { source, family }
    const life = lives?.life(host)
    const known = { state: life?.state ?? null, since: life?.since ?? null, told: life?.told ?? {} }
    const silence = lives?.silence(host) ?? null
    const believed = { may, points, parties }
    yield safeJson({
      kind: 'family',
      ...host,
      grade,
      reason,
      first,
      last,
      ...believed,
      ...known,
      silence,
    })
  }
  for (const { submitter, cell } of told) {
    const trust = beliefs.standing(submitter)?.class ?? null
    const { identities, ...rest } = cell
    yield safeJson({ kind: 'cell', submitter, trust, ...rest, requests: identities.length })
  }
}
