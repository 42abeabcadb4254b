import type { Address } from '@redalert/core'
import type { Clue } from '../model/clue.ts'
import type { Found } from '../model/found.ts'
import { readRefusal } from '../manners/read-refusal.ts'
import { makeHolding } from '../model/make-holding.ts'
import { notAbout } from '../model/not-about.ts'
import { holds, parseRange, type Range } from '../ranges/range.ts'
import { narrowest } from './narrowest.ts'
import { type Paragraph, paragraphsOf, valueOf } from './paragraphs.ts'

/**
 * Reads the English half of an answer of KRNIC: `[ Network Information ]`, then people. Only the section for abuse
 * names whom to tell; the IP manager of newer answers is a candidate for a person to judge.
 */
export function readKrnic(
  text: string,
  { asked, registry }: { asked: Address; registry: string },
): Found {
  const from = text.indexOf('# ENGLISH')
  const networks = sectionsOf(from === -1 ? text : text.slice(from)).filter(({ range }) =>
    holds(range, asked),
  )
  const network = narrowest(networks)
  if (!network) return readRefusal(text) ?? notAbout(asked, registry)
  const { range, name, clues } = network
  const holding = makeHolding(
    { range, source: 'whois', registry, name, country: 'KR', clues },
    { asked, settled: true },
  )
  return { kind: 'holding', holding, certainty: 'certain' }
}

type Section = { readonly range: Range; readonly name?: string; readonly clues: Clue[] }

/** The people who follow a network belong to it; where the heading speaks of abuse, they are its desk. */
function sectionsOf(text: string): Section[] {
  const sections: Section[] = []
  let heading = ''
  for (const block of text.slice(0, 65_536).split('\n\n')) {
    heading = headingOf(block) ?? heading
    for (const paragraph of paragraphsOf(block).paragraphs) {
      const range = readRange(paragraph)
      const name = valueOf(paragraph, 'organization name')
      if (range) sections.push({ range, ...(name && { name }), clues: [] })
      const mailbox = valueOf(paragraph, 'e-mail')
      const last = sections.at(-1)
      if (last && mailbox) last.clues.push(clueOf(mailbox, heading, last.range))
    }
  }
  return sections
}

function clueOf(mailbox: string, heading: string, range: Range): Clue {
  const isDesk = heading.includes('abuse')
  return {
    mailbox,
    source: 'whois',
    roles: isDesk ? ['abuse'] : ['administrative'],
    nature: 'group',
    path: `network ${range.start} > ${heading || 'IP manager'}`,
    ...(isDesk && { abuseBox: true as const }),
  }
}

function headingOf(block: string): string | undefined {
  const open = block.lastIndexOf('[ ')
  const close = block.indexOf(' ]', open)
  return open === -1 || close === -1 ? undefined : block.slice(open + 2, close).toLowerCase()
}

function readRange(paragraph: Paragraph): Range | undefined {
  const text = valueOf(paragraph, 'ipv4 address') ?? valueOf(paragraph, 'ipv6 address')
  return text === undefined ? undefined : parseRange(text.split('(')[0] ?? '')
}
