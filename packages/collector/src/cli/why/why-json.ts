import type { Sighting, Source } from '@redalert/core'
import type { ToldCell } from '../../store/store.ts'
import type { Believed } from '../open-believed.ts'
import { safeJson } from '../safe-text.ts'
import { stateNow } from '../state-now.ts'

/** What was told of a machine, and what that shows. */
export type Seen = { readonly told: readonly ToldCell[]; readonly rows: readonly Sighting[] }

/** What is known of one machine for programs: a line for each family, and one for each cell that was told. */
export function* whyJson(
  source: Source,
  { told, rows }: Seen,
  { beliefs, lives }: Believed,
): Generator<string> {
  const decisions = beliefs.decisionsOf(source)
  for (const { family, grade, reason, first, last } of rows) {
    const { may, points, parties } = decisions.find(each => each.family === family) ?? {
      may: null,
      points: 0,
      parties: 0,
    }
    const host = { source, family }
    const life = lives?.life(host)
    const known = { state: stateNow(life, may), since: life?.since ?? null, told: life?.told ?? {} }
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
