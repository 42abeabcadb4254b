import { type Address } from '@redalert/core'
import type { Clue } from '../model/clue.ts'
import { clueOfRemark } from '../model/clue-of-remark.ts'
import type { Found } from '../model/found.ts'
import { makeHolding } from '../model/make-holding.ts'
import { notAbout, notManaged } from '../model/not-about.ts'
import { isPlaceholder } from '../model/is-placeholder.ts'
import { readRefusal } from '../manners/read-refusal.ts'
import { holds, parseRange, type Range, rangeText } from '../ranges/range.ts'
import { nationalRegistry } from '../registries/national-registry.ts'
import { type Paragraph, paragraphsOf, valueOf, valuesOf } from './paragraphs.ts'
import { narrowest } from './narrowest.ts'

/**
 * Reads an answer in RPSL, as RIPE, APNIC, AFRINIC, LACNIC and registro.br write it: the narrowest range that holds
 * the address, and whom its references name.
 */
export function readRpsl(
  text: string,
  { asked, registry }: { asked: Address; registry: string },
): Found {
  const { paragraphs, comments } = paragraphsOf(text)
  const networks = paragraphs.flatMap(paragraph => {
    const range = readRange(valueOf(paragraph, 'inetnum') ?? valueOf(paragraph, 'inet6num'))
    return range && holds(range, asked) ? [{ range, paragraph }] : []
  })
  const network = narrowest(networks)
  if (!network) return readRefusal(text) ?? notAbout(asked, registry)
  const { range, paragraph } = network
  const name = valueOf(paragraph, 'netname') ?? valueOf(paragraph, 'owner')
  if (isPlaceholder(name, [])) return notManaged(asked, { registry, name })
  const national = nationalOf(paragraph)
  if (national !== undefined && national !== registry)
    return { kind: 'elsewhere', leg: { registry: national, hops: 1 } }
  const holding = makeHolding(
    {
      range,
      source: 'whois',
      registry,
      name,
      status: valueOf(paragraph, 'status'),
      country: valueOf(paragraph, 'country'),
      asns: originsOf(paragraphs, asked),
      clues: cluesOf({ range, paragraph }, paragraphs, comments),
    },
    { asked, settled: true },
  )
  return { kind: 'holding', holding, certainty: 'certain' }
}

type Network = { readonly range: Range; readonly paragraph: Paragraph }

function cluesOf(
  { range, paragraph }: Network,
  paragraphs: readonly Paragraph[],
  comments: readonly string[],
): Clue[] {
  const path = `inetnum ${rangeText(range)}`
  const organisation = paragraphs.find(
    one =>
      valueOf(one, 'organisation') !== undefined &&
      valueOf(one, 'organisation') === valueOf(paragraph, 'org'),
  )
  const deskHandles = [
    ...valuesOf(paragraph, 'abuse-c', 'mnt-irt'),
    ...(organisation ? valuesOf(organisation, 'abuse-c', 'mnt-irt') : []),
  ]
  const otherHandles = valuesOf(paragraph, 'admin-c', 'tech-c', 'owner-c')
  const named = (handles: readonly string[]) => (one: Paragraph) =>
    handles.some(handle => handle.toUpperCase() === handleOf(one)?.toUpperCase())
  const others = [
    ...paragraphs.filter(named(otherHandles)),
    ...(organisation ? [organisation] : []),
  ]
  const all = [
    ...announced(comments, range, path),
    ...paragraphs.filter(named(deskHandles)).flatMap(one => cluesOfEntry(one, ['abuse'], path)),
    ...others.flatMap(one => cluesOfEntry(one, [], path)),
    ...valuesOf(paragraph, 'remarks').flatMap(text => clueOfRemark(text, 'whois', path) ?? []),
  ]
  const suspect = comments.some(comment => comment.toLowerCase().includes('validation failed'))
  return suspect ? all.map(clue => ({ ...clue, failed: true as const })) : all
}

/** `% Abuse contact for '192.0.2.0 - 192.0.2.255' is 'abuse@example.org'`, which the server itself has worked out. */
function announced(comments: readonly string[], range: Range, path: string): Clue[] {
  return comments.flatMap(comment => {
    const [start = '', about = '', middle = '', mailbox = ''] = comment.split("'")
    if (start.trim() !== '% Abuse contact for' || middle.trim() !== 'is') return []
    const said = readRange(about)
    if (said?.start !== range.start || said.end !== range.end) return []
    return [
      {
        mailbox,
        source: 'whois',
        roles: ['abuse'],
        path: `${path} > abuse contact`,
        abuseBox: true,
        ofNetwork: true,
      },
    ]
  })
}

function cluesOfEntry(entry: Paragraph, deskRoles: readonly string[], path: string): Clue[] {
  const way = `${path} > ${handleOf(entry) ?? 'an entry'}`
  const asks = valuesOf(entry, 'remarks').flatMap(text => clueOfRemark(text, 'whois', way) ?? [])
  const isAskedFor = (mailbox: string) =>
    asks.some(one => one.mailbox.toLowerCase() === mailbox.toLowerCase())
  const clue = (mailbox: string, roles: readonly string[]): Clue => ({
    mailbox,
    source: 'whois',
    roles,
    path: way,
    nature: entry.some(({ name }) => name === 'person') ? 'individual' : 'group',
    ...(isAskedFor(mailbox) && { remarked: true as const }),
  })
  const boxes = valuesOf(entry, 'abuse-mailbox')
  const isDesk = deskRoles.includes('abuse')
  // The role behind abuse-c speaks through its abuse-mailbox; LACNIC has only e-mail.
  const mails = isDesk && boxes.length > 0 ? [] : valuesOf(entry, 'e-mail')
  return [
    ...boxes.map(mailbox => ({ ...clue(mailbox, ['abuse']), abuseBox: true as const })),
    ...mails.map(mailbox => clue(mailbox, deskRoles)),
    ...asks.filter(one => !mails.includes(one.mailbox)),
  ]
}

function handleOf(entry: Paragraph): string | undefined {
  return (
    valueOf(entry, 'nic-hdl') ??
    valueOf(entry, 'nic-hdl-br') ??
    valueOf(entry, 'irt') ??
    valueOf(entry, 'organisation')
  )
}

/** LACNIC once left octets of zero out: `200.160/12`. */
function readRange(text: string | undefined): Range | undefined {
  if (text === undefined) return undefined
  const [network = '', length] = text.split('/')
  const octets = network.split('.')
  const isShort = length !== undefined && !network.includes(':') && octets.length < 4
  return parseRange(
    isShort ? `${[...octets, '0', '0', '0'].slice(0, 4).join('.')}/${length}` : text,
  )
}

function originsOf(paragraphs: readonly Paragraph[], asked: Address): number[] {
  return paragraphs.flatMap(paragraph => {
    const range = readRange(valueOf(paragraph, 'route') ?? valueOf(paragraph, 'route6'))
    const origin = /^AS(\d{1,10})$/i.exec(valueOf(paragraph, 'origin') ?? '')
    return range && holds(range, asked) && origin ? [Number(origin[1])] : []
  })
}

function nationalOf(network: Paragraph): string | undefined {
  const handles = valuesOf(network, 'mnt-by', 'mnt-irt', 'admin-c')
  return nationalRegistry(handles, valueOf(network, 'source')?.split(/[\s#]/)[0])
}
