import { packStrings, type StringPool } from '../ranges/string-pool.ts'

/** Texts as numbers, the same text always the same; zero is no text. */
export type Interner = {
  readonly number: (text: string | undefined) => number
  readonly texts: () => readonly string[]
  readonly finish: () => StringPool
}

/** A new book of texts. */
export function interner(): Interner {
  const numbers = new Map<string, number>()
  const texts = ['']
  return {
    number(text) {
      if (text === undefined || text === '') return 0
      const known = numbers.get(text)
      if (known !== undefined) return known
      // A piece of a chunk keeps the whole chunk alive; a copy does not.
      const own = Buffer.from(text, 'utf8').toString('utf8')
      numbers.set(own, texts.length)
      texts.push(own)
      return texts.length - 1
    },
    texts: () => texts,
    finish: () => packStrings(texts),
  }
}
