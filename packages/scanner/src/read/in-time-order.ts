import { rotationOf } from './rotation.ts'

/** Sorts logs by their file names (with their folders): by rotated set, and within a set from the oldest to the one that is written now. */
export function inTimeOrder<Item>(
  items: readonly Item[],
  nameOf: (item: Item) => string,
): readonly Item[] {
  return items
    .map(item => ({ item, place: placeOf(nameOf(item)) }))
    .toSorted((one, other) => comparePlaces(one.place, other.place))
    .map(({ item }) => item)
}

type Place = readonly [folder: string, set: string, date: string, rank: number, name: string]

/** Sorts behind every digit: the file that is written now is the newest. */
const now = '~'

function placeOf(name: string): Place {
  const cut = Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1
  const { set, date, rank } = rotationOf(name.slice(cut))
  return [name.slice(0, cut), set, date || now, rank, name]
}

function comparePlaces(one: Place, other: Place): number {
  for (const [index, part] of one.entries()) {
    const against = other[index] ?? part
    if (part !== against) return part < against ? -1 : 1
  }
  return 0
}
