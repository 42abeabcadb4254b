import type { Clue } from '../model/clue.ts'
import { objectOf, textOf } from './json.ts'
import { readClues } from './read-clues.ts'

/** The mailboxes of whoever announces a network, from the answer to the question for its number; undefined when it speaks of another. */
export function readAutnum(value: unknown, asn: number): readonly Clue[] | undefined {
  const autnum = objectOf(value)
  if ('errorCode' in autnum) return undefined
  const first = Number(autnum.startAutnum)
  const last = Number(autnum.endAutnum ?? autnum.startAutnum)
  const holdsIt = first <= asn && asn <= last
  const isNamed = textOf(autnum.handle)?.toUpperCase() === `AS${asn}`
  return holdsIt || isNamed
    ? readClues(autnum, 'origin', `AS${asn}, which announces it`)
    : undefined
}
