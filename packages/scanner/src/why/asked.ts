import { parseSource, type Source } from '@redalert/core'

/** What a person wants to know about. */
export type Asked =
  | { readonly kind: 'line'; readonly text: string }
  | { readonly kind: 'places'; readonly places: readonly Place[] }
  /** The lines that come from the standard input. */
  | { readonly kind: 'input' }
  | { readonly kind: 'source'; readonly source: Source; readonly names: readonly string[] }
  | { readonly kind: 'wrong'; readonly message: string }

/** A line of a file, as `scan` and compilers name it. */
export type Place = { readonly file: string; readonly number: number }

/** Tells what the words of `redalert why` ask for. What exists under a word is meant, whatever else the word could be. */
export function askedFor(words: readonly string[], exists: (name: string) => boolean): Asked {
  const [first = '', ...rest] = words
  if (rest.length === 0) return askedForOne(first, exists)
  const places = words.map(word => placeOf(word))
  const source = exists(first) ? undefined : parseSource(first)
  if (source && !places[0]) {
    return rest.some(word => word.startsWith('['))
      ? wrong('put the line in quotes, or name its place: redalert why access.log:12')
      : { kind: 'source', source, names: rest }
  }
  const odd = words[places.indexOf(undefined)]
  if (odd === undefined)
    return { kind: 'places', places: places.filter(place => place !== undefined) }
  return wrong(`${odd} is no place of a line, like access.log:12, and ${first} is no address`)
}

function askedForOne(word: string, exists: (name: string) => boolean): Asked {
  if (word === '-') return { kind: 'input' }
  if (exists(word))
    return wrong(
      `name a line of it, as in ${word}:12, or an address before it: redalert why 192.0.2.7 ${word}`,
    )
  const place = placeOf(word)
  const isLine = /\s/.test(word)
  if (place && (exists(place.file) || !isLine)) return { kind: 'places', places: [place] }
  if (isLine) return { kind: 'line', text: word }
  return parseSource(word)
    ? wrong(`name the logs to look in too: redalert why ${word} access.log`)
    : wrong(`${word} is no line, no address, and no place of a line like access.log:12`)
}

function placeOf(word: string): Place | undefined {
  const colon = word.lastIndexOf(':')
  const digits = word.slice(colon + 1)
  if (colon < 1 || !/^[1-9]\d{0,14}$/.test(digits)) return undefined
  // `2001:db8::7` is an address, and so is `::1`.
  if (parseSource(word)) return undefined
  return { file: word.slice(0, colon), number: Number(digits) }
}

function wrong(message: string): Asked {
  return { kind: 'wrong', message }
}
