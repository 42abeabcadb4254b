import { type Address } from '@redalert/core'
import type { Clue } from '../model/clue.ts'
import { clueOfRemark } from '../model/clue-of-remark.ts'
import type { Found } from '../model/found.ts'
import { makeHolding } from '../model/make-holding.ts'
import { notAbout } from '../model/not-about.ts'
import { readRefusal } from '../manners/read-refusal.ts'
import { holds, parseRange, type Range } from '../ranges/range.ts'
import { narrowest } from './narrowest.ts'
import { type Paragraph, paragraphsOf, valueOf, valuesOf } from './paragraphs.ts'

/** No address lies in more networks than this. */
const mostNetworks = 64

/** Reads an answer of ARIN: networks one behind the other, each followed by its organisation and its people. */
export function readArin(
  text: string,
  { asked, registry }: { asked: Address; registry: string },
): Found {
  const networks = networksOf(text)
    .filter(({ range }) => holds(range, asked))
    .slice(0, mostNetworks)
  const network = narrowest(networks)
  if (!network) return readRefusal(text) ?? notAbout(asked, registry)
  const { entry, range } = network
  const outward = networks
    .filter(one => one !== network)
    .toSorted((one, other) => (lies(one.range, other.range) ? -1 : 1))
  const holding = makeHolding(
    {
      range,
      source: 'whois',
      registry,
      handle: valueOf(entry, 'nethandle'),
      parentHandle: valueOf(entry, 'parent'),
      name: valueOf(entry, 'netname'),
      status: valueOf(entry, 'nettype'),
      country: valueOf(entry, 'country'),
      asns: asnsOf(entry),
      clues: [network, ...outward].flatMap((one, climbed) => cluesOf(one, climbed)),
    },
    { asked, settled: true },
  )
  return { kind: 'holding', holding, certainty: 'certain' }
}

/** The narrowest of a list of networks that came in place of an answer, `NAME (NET-192-0-2-0-1) 192.0.2.0 - 192.0.2.255`. */
export function readArinList(text: string, asked: Address): string | undefined {
  const listed = text
    .slice(0, 65_536)
    .split('\n')
    .flatMap(line => {
      const open = line.lastIndexOf('(NET')
      const close = line.indexOf(')', open)
      if (open === -1 || close === -1) return []
      const range = parseRange(line.slice(close + 1))
      const handle = line.slice(open + 1, close)
      return range && holds(range, asked) && /^NET6?(?:-[0-9A-F]+){1,9}$/i.test(handle)
        ? [{ range, handle }]
        : []
    })
  return narrowest(listed)?.handle
}

type Network = { readonly range: Range; readonly entry: Paragraph }

function lies(inner: Range, outer: Range): boolean {
  return holds(outer, inner.start) && holds(outer, inner.end)
}

/** Everything from one NetRange to the next belongs to that network. */
function networksOf(text: string): Network[] {
  const networks: { range: Range | undefined; entry: Paragraph[number][] }[] = []
  for (const attribute of paragraphsOf(text).paragraphs.flat()) {
    if (attribute.name === 'netrange')
      networks.push({ range: parseRange(attribute.value), entry: [] })
    networks.at(-1)?.entry.push(attribute)
  }
  return networks.flatMap(({ range, entry }) => (range ? [{ range, entry }] : []))
}

function cluesOf({ entry }: Network, climbed: number): Clue[] {
  const path = `network ${valueOf(entry, 'nethandle') ?? 'unnamed'}`
  const desk = (field: string, more: Partial<Clue>): Clue[] =>
    valuesOf(entry, `${field}email`).map(mailbox => ({
      mailbox,
      source: 'whois',
      roles: rolesOf[field] ?? [],
      path: `${path} > ${valueOf(entry, `${field}handle`) ?? field}`,
      nature: 'group',
      ...more,
      ...(climbed > 0 && { climbed }),
    }))
  return [
    ...desk('rabuse', { abuseBox: true, ofNetwork: true }),
    ...desk('orgabuse', { abuseBox: true }),
    ...['rtech', 'rnoc', 'orgtech', 'orgnoc'].flatMap(field => desk(field, {})),
    ...valuesOf(entry, 'comment').flatMap(text => clueOfRemark(text, 'whois', path) ?? []),
  ]
}

const rolesOf: Readonly<Record<string, readonly string[]>> = {
  rabuse: ['abuse'],
  orgabuse: ['abuse'],
  rtech: ['technical'],
  orgtech: ['technical'],
  rnoc: ['noc'],
  orgnoc: ['noc'],
}

function asnsOf(entry: Paragraph): number[] {
  return valuesOf(entry, 'originas').flatMap(value =>
    value.split(/[\s,]/).flatMap(word => {
      const asn = /^AS(\d{1,10})$/i.exec(word)
      return asn ? [Number(asn[1])] : []
    }),
  )
}
