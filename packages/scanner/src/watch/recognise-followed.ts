import { type Followed, printOf } from './followed.ts'
import type { Source } from './source.ts'

/** Which known log a content is. */
export type Recognised =
  | { readonly kind: 'known'; readonly followed: Followed }
  /** It holds less than was read of that log: a copy that says nothing new. */
  | { readonly kind: 'copy' }
  | { readonly kind: 'new' }

/** Finds the log that a content continues, by its beginning and by what stands where reading stopped. The one in the same file is tried first. */
export async function recogniseFollowed(
  source: Source,
  key: string,
  all: readonly Followed[],
): Promise<Recognised> {
  const same = all.find(each => each.key === key)
  if (same && (await shows(source, same))) return { kind: 'known', followed: same }
  const hashes = new Map<number, string>()
  const hasHead = async ({ head }: Followed) => {
    if (head.length === 0) return false
    const known = hashes.get(head.length) ?? printOf(await source.range(0, head.length)).hash
    hashes.set(head.length, known)
    return known === head.hash
  }
  let isCopy = false
  for (const followed of all.toSorted((one, other) => other.at - one.at)) {
    if (followed === same || !(await hasHead(followed))) continue
    if (await shows(source, followed)) return { kind: 'known', followed }
    if ((await source.range(followed.at - 1, 1)).length === 0) isCopy = true
  }
  return isCopy ? { kind: 'copy' } : { kind: 'new' }
}

async function shows(source: Source, { at, head, tail }: Followed): Promise<boolean> {
  const beginning = await source.range(0, head.length)
  if (printOf(beginning).hash !== head.hash) return false
  const before = await source.range(at - tail.length, tail.length)
  return before.length === tail.length && printOf(before).hash === tail.hash
}
