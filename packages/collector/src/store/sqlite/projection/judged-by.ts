import { claims, cutMark, type Families, knownFamilies } from '@redalert/core'

/** By which families a projection was judged, as it notes it down. */
export type JudgedBy = {
  readonly version: string
  /** The marks that families claim which appeals brought. */
  readonly brought: readonly string[]
}

/** What is noted of some families. */
export function judgedBy({ version, list }: Families): JudgedBy {
  const others = list.filter(family => !knownFamilies.list.includes(family))
  return {
    version,
    brought: [...new Set(others.flatMap(family => [...claims(family)]))].toSorted(),
  }
}

/**
 * Whether other families may judge a source otherwise than was judged. When they differ only in what appeals brought, and
 * no source ever showed a mark that these claim, none can: so a new appeal costs nothing, however much is kept.
 */
export function mayDiffer(
  before: JudgedBy,
  after: JudgedBy,
  isShown: (mark: string) => boolean,
): boolean {
  if (before.version === after.version) return false
  if (baseOf(before) !== baseOf(after)) return true
  return [...before.brought, ...after.brought].some(mark => isShown(mark) || isShown(cutMark(mark)))
}

/** The version of the families that redalert itself knew. */
function baseOf({ version }: JudgedBy): string {
  return version.split('+', 1)[0] ?? version
}
