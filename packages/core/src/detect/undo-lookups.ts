import { decodeBase64 } from './base64.ts'
import { note } from './steps.ts'

/**
 * Undoes what hides a command after percent and slashes are decoded: the shell's `${IFS}`, which is a blank, and the
 * lookups that Log4j resolves before it looks again (`${lower:j}`, `${::-j}`, `${env:X:-j}`, `${date:'j'}`,
 * `${base64:…}`), in any nesting. What is written is a chain: taking back a piece of it costs one step however long it
 * is, so that every character is written once and taken back at most once.
 */
export function undoLookups(text: string): string {
  if (!text.includes('$')) return text
  const chain = emptyChain()
  const open: Lookup[] = []
  for (let index = 0; index < text.length; index++) write(chain, open, text.charCodeAt(index))
  return written(chain, 0)
}

/** What is written, each character knowing its neighbours; 0 is the place before the first. */
type Chain = {
  readonly codes: number[]
  readonly previous: number[]
  readonly next: number[]
  last: number
}

/** A `${` that is not closed yet: where it begins, and where its first `:-` ends. */
type Lookup = { readonly start: number; byDefault: number }

const end = -1
const longestName = 16

function emptyChain(): Chain {
  return { codes: [0], previous: [end], next: [end], last: 0 }
}

function write(chain: Chain, open: Lookup[], code: number): void {
  const before = chain.last
  append(chain, code)
  const lookup = open.at(-1)
  switch (code) {
    case 0x7b: // {
      if (chain.codes[before] === 0x24) open.push({ start: before, byDefault: end })
      return
    case 0x2d: // -
      if (lookup?.byDefault === end && chain.codes[before] === 0x3a) lookup.byDefault = chain.last
      return
    case 0x7d: // }
      if (lookup) close(chain, open)
      return
    case 0x53: // S
      undoBareSeparator(chain)
  }
}

/** `$IFS` without braces. */
function undoBareSeparator(chain: Chain): void {
  let place = chain.last
  for (const letter of ['S', 'F', 'I', '$']) {
    if (chain.codes[place] !== letter.charCodeAt(0)) return
    if (letter !== '$') place = chain.previous[place] ?? 0
  }
  replace(chain, place, ' ')
}

/** The last lookup is closed: what it says takes its place where that can be known. */
function close(chain: Chain, open: Lookup[]): void {
  const { start, byDefault } = open.pop() as Lookup
  const { name, colon } = nameOf(chain, start)
  if (name === 'jndi') return
  if (byDefault !== end) keepBehind(chain, start, byDefault)
  else if (name === 'ifs' && colon === end) replace(chain, start, ' ')
  else if (colon === end) return
  else if (name === 'lower' || name === 'upper') keepBehind(chain, start, colon)
  else if (name === 'date') keepQuoted(chain, start, colon)
  else if (name === 'base64') {
    const plain = decodeBase64(written(chain, colon).slice(0, -1))
    unlink(chain, start, chain.last)
    for (let index = 0; index < plain.length; index++) write(chain, open, plain.charCodeAt(index))
  }
}

/** The name before the first colon, in lower case as Log4j reads it, and where that colon is; `jndi` is also written so. */
function nameOf(chain: Chain, start: number): { name: string; colon: number } {
  const brace = chain.next[start] ?? end
  const places: number[] = []
  let place = chain.next[brace] ?? end
  while (place !== chain.last && chain.codes[place] !== 0x3a) {
    if (places.length === longestName) return { name: '', colon: end }
    places.push(place)
    place = chain.next[place] ?? end
  }
  note(places.length)
  const name = String.fromCharCode(...places.map(each => chain.codes[each] ?? 0)).toLowerCase()
  if (name === 'jndi')
    for (const each of places) chain.codes[each] = (chain.codes[each] ?? 0) | 0x20
  return { name, colon: place === chain.last ? end : place }
}

/** Takes back the lookup but what stands behind a place in it. */
function keepBehind(chain: Chain, start: number, place: number): void {
  unlink(chain, chain.last, chain.last)
  unlink(chain, start, place)
}

/** `${date:'j'}`: what a date pattern quotes is itself. */
function keepQuoted(chain: Chain, start: number, colon: number): void {
  const quote = chain.next[colon] ?? end
  const last = chain.previous[chain.last] ?? 0
  if (quote === last || chain.codes[quote] !== 0x27 || chain.codes[last] !== 0x27) return
  unlink(chain, last, chain.last)
  unlink(chain, start, quote)
}

/** Puts a text in the place of all that is written from a place on. */
function replace(chain: Chain, start: number, text: string): void {
  unlink(chain, start, chain.last)
  append(chain, text.charCodeAt(0))
}

function append(chain: Chain, code: number): void {
  note(1)
  const place = chain.codes.length
  chain.codes.push(code)
  chain.previous.push(chain.last)
  chain.next.push(end)
  chain.next[chain.last] = place
  chain.last = place
}

function unlink(chain: Chain, from: number, to: number): void {
  note(1)
  const before = chain.previous[from] ?? 0
  const behind = chain.next[to] ?? end
  chain.next[before] = behind
  if (behind === end) chain.last = before
  else chain.previous[behind] = before
}

function written(chain: Chain, behind: number): string {
  const codes: number[] = []
  for (let place = chain.next[behind] ?? end; place !== end; place = chain.next[place] ?? end)
    codes.push(chain.codes[place] ?? 0)
  note(codes.length)
  return codes.map(code => String.fromCharCode(code)).join('')
}
