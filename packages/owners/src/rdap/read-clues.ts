import type { Clue, SourceName } from '../model/clue.ts'
import { clueOfRemark } from '../model/clue-of-remark.ts'
import { type Json, listOf, objectOf, textOf, wordsOf } from './json.ts'
import { readCard } from './vcard.ts'

/** Whoever nests entities deeper, or lists more, means no good. */
const deepest = 8
const most = 100

/** Every mailbox that an RDAP object names, with what stands beside it; entities lie in entities. */
export function readClues(object: Json, source: SourceName, path: string): Clue[] {
  const suspect = remarksOf(object).filter(text => says(text, failures))
  const clues: Clue[] = []
  const visit = (parent: Json, way: string, depth: number) => {
    for (const value of listOf(parent.entities)) {
      if (depth > deepest || clues.length >= most) return
      const entity = objectOf(value)
      const here = `${way} > ${textOf(entity.handle) ?? textOf(readCard(entity).name) ?? 'an entity'}`
      clues.push(...cluesOf(entity, { source, path: here, suspect, ofNetwork: depth === 0 }))
      visit(entity, here, depth + 1)
    }
  }
  visit(object, path, 0)
  const remarked = linesOf(object).flatMap(text => clueOfRemark(text, source, path) ?? [])
  return [...clues, ...remarked]
}

function cluesOf(
  entity: Json,
  {
    source,
    path,
    suspect,
    ofNetwork,
  }: { source: SourceName; path: string; suspect: readonly string[]; ofNetwork: boolean },
): Clue[] {
  const { nature, mails } = readCard(entity)
  const roles = wordsOf(entity.roles)
  const remarks = remarksOf(entity)
  const failed = remarks.some(text => says(text, failures))
  return mails.map(({ mailbox, forAbuse }) => ({
    mailbox,
    source,
    roles,
    path,
    ...(nature && { nature }),
    ...(forAbuse && { abuseBox: true as const }),
    ...(ofNetwork && { ofNetwork: true as const }),
    ...(wordsOf(entity.status).includes('validated') && { validated: true as const }),
    ...((failed || suspect.some(text => text.includes(mailbox))) && { failed: true as const }),
    ...(linesOf(entity).some(text => asksFor(text, mailbox)) && { remarked: true as const }),
  }))
}

const failures = [
  'validation failed',
  'unvalidated poc',
  'has received no response',
  'unreachable',
  'is invalid',
]

function says(text: string, words: readonly string[]): boolean {
  const lower = text.toLowerCase()
  return words.some(word => lower.includes(word))
}

function asksFor(text: string, mailbox: string): boolean {
  return clueOfRemark(text, 'rdap', '')?.mailbox.toLowerCase() === mailbox.toLowerCase()
}

/** Each remark as one text, its title first. */
function remarksOf(object: Json): string[] {
  return listOf(object.remarks).map(value => {
    const { title, description } = objectOf(value)
    return [title, ...listOf(description)].flatMap(one => textOf(one) ?? []).join('\n')
  })
}

function linesOf(object: Json): string[] {
  return remarksOf(object).flatMap(text => text.split('\n'))
}
