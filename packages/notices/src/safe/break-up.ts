import type { MailText } from './mail-text.ts'

/** The signs that make requests, links, addresses and commands: each stands in brackets, so that nothing decodes, links or runs. */
const signs = new Set('.%\\@$`')

/**
 * Breaks up what proves an infection so that nothing takes it for one: `root.exe` becomes `root[.]exe`, `http:` becomes
 * `hxxp:`, and a text by which a family is known has one of its letters in brackets, `/Gpon[F]orm`.
 */
export function breakUp(text: MailText, literals: readonly string[]): MailText {
  const marked = new Set<number>()
  for (let at = 0; at < text.length; at++) {
    if (signs.has(text.charAt(at)) || isDoubleSlash(text, at)) marked.add(at)
  }
  for (const place of literalPlaces(text, literals, marked)) marked.add(place)
  return bracketed(text, marked).replace(/http/gi, 'hxxp') as MailText
}

/** Breaks up only the texts by which families are known, in words of our own. */
export function breakUpWords(text: MailText, literals: readonly string[]): MailText {
  const telling = literals.filter(
    literal => literal.length > shortestTelling && /[^a-z0-9 ]/.test(literal),
  )
  return bracketed(text, new Set(literalPlaces(text, telling, new Set()))) as MailText
}

const shortestTelling = 5

/** `//` reads as `/` to a server. */
function isDoubleSlash(text: string, at: number): boolean {
  return text.charAt(at) === '/' && text.charAt(at - 1) === '/'
}

/** So short a text (`/c`) tells something only where a word ends with it. */
const shortestInside = 3

function isWord(letter: string): boolean {
  return /^[a-z0-9_]$/.test(letter)
}

/** The middle of every literal that is not broken yet. */
function* literalPlaces(
  text: string,
  literals: readonly string[],
  marked: ReadonlySet<number>,
): Generator<number> {
  const read = asRead(text)
  for (const literal of literals) {
    for (let at = read.indexOf(literal); at !== -1; at = read.indexOf(literal, at + 1)) {
      const end = at + literal.length
      if (literal.length <= shortestInside && isWord(read.charAt(end))) continue
      if (!isBroken(at, end, marked)) yield middleOf(text, at, literal.length)
    }
  }
}

/** As conditions see it, at the same places: without case, `+` a blank, slashes forward. */
function asRead(text: string): string {
  return lowerCase(text).replaceAll('+', ' ').replaceAll('\\', '/')
}

/** Lower case of the letters whose lower case is as long, so that every place stays what it is. */
function lowerCase(text: string): string {
  const lower = text.toLowerCase()
  return lower.length === text.length
    ? lower
    : text.replace(/[A-Z]/g, letter => letter.toLowerCase())
}

function isBroken(start: number, end: number, marked: ReadonlySet<number>): boolean {
  for (let at = start; at < end; at++) if (marked.has(at)) return true
  return false
}

/** A place near the middle that is no half of a pair and no blank. */
function middleOf(text: string, at: number, length: number): number {
  const middle = at + (length >> 1)
  for (const place of [middle, middle - 1, middle + 1]) {
    if (place >= at && /[!-~]/.test(text.charAt(place))) return place
  }
  return at
}

function bracketed(text: string, marked: ReadonlySet<number>): string {
  let broken = ''
  for (let at = 0; at < text.length; at++) {
    if (!marked.has(at)) {
      broken += text.charAt(at)
      continue
    }
    const start = at
    while (marked.has(at + 1)) at++
    broken += `[${text.slice(start, at + 1)}]`
  }
  return broken
}
