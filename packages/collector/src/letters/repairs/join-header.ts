import { type ReadContext, readLine } from '@redalert/core'
import type { BodyLine } from '../body-line.ts'

/** A `#Fields` line put together again; `isWhole` is false when nobody can tell what it was. */
export type JoinedHeader = {
  readonly text: string
  /** How many lines it took. */
  readonly taken: number
  readonly isWhole: boolean
}

const mostLines = 6

/**
 * Joins a list of fields that was broken to fit a width, so that every word is the name of a field. Where none fits, or
 * two do, the lines below must not be read with it: columns would change their meaning.
 */
export function joinHeader(
  lines: readonly BodyLine[],
  at: number,
  context: ReadContext,
): JoinedHeader {
  const first = lines[at]?.text ?? ''
  if (!first.toLowerCase().startsWith('#fields:')) return { text: first, taken: 1, isWhole: true }
  const parts: string[] = []
  for (let next = at + 1; next < lines.length && parts.length < mostLines - 1; next++) {
    const text = lines[next]?.text ?? ''
    if (!mayBeFields(text) || readLine(text, context).kind !== 'unread') break
    parts.push(text)
  }
  if (parts.length === 0) return { text: first, taken: 1, isWhole: true }
  const whole = spellings(first.trimEnd(), parts).filter(allKnown)
  const [text] = whole
  if (text !== undefined && new Set(whole).size === 1)
    return { text, taken: 1 + parts.length, isWhole: true }
  return { text: first, taken: 1 + parts.length, isWhole: false }
}

/** Every way to put pieces together, with a blank or without. */
function spellings(first: string, parts: readonly string[]): readonly string[] {
  return parts.reduce<readonly string[]>(
    (made, part) => made.flatMap(text => [`${text} ${part.trim()}`, `${text}${part.trim()}`]),
    [first],
  )
}

function allKnown(text: string): boolean {
  const words = text.slice('#fields:'.length).trim().split(/ +/)
  return words.every(word => known.has(word.toLowerCase()) || isHeaderField(word))
}

/** `cs(User-Agent)` and its like. */
function isHeaderField(word: string): boolean {
  return (
    /^(?:cs|sc|s|c|rs|sr)\((?:[A-Z][a-z0-9]{1,20}-?){1,5}\)$/i.test(word) && !word.endsWith('-)')
  )
}

function mayBeFields(text: string): boolean {
  return text.length <= 200 && /^[A-Za-z() -]+$/.test(text) && text.trim() !== ''
}

/** The names in the draft of 1996, and those that IIS, ISA and others added. */
const known: ReadonlySet<string> = new Set(
  `date time date-local time-local time-taken gmttime localtime bytes cached
  c-ip c-port c-dns c-agent c-auth-id cs-username cs-host cs-method cs-uri cs-uri-stem cs-uri-query cs-uri-scheme
  cs-uri-path cs-version cs-vers cs-protocol cs-protocol-version cs-bytes cs-cookie cs-referer cs-user-agent cs-ip
  cs-auth-group cs-categories s-ip s-port s-sitename s-computername s-dns s-action s-siteid s-reason s-queuename
  s-supplier-ip s-supplier-name sc-status sc-substatus sc-win32-status sc-bytes sc-filter-result r-ip r-port r-host
  rs-content-type x-forwarded-for x-edge-location streamid streamid_ex`.split(/\s+/),
)
