import type { Bulk } from '../bulk/open-bulk.ts'
import type { RangeCache } from '../cache/range-cache.ts'
import type { Clue } from '../model/clue.ts'
import type { Found, Question } from '../model/found.ts'
import { askRdap, type RdapParts } from '../rdap/ask-rdap.ts'
import { readAutnum } from '../rdap/read-autnum.ts'
import type { Bootstrap } from '../registries/bootstrap.ts'
import type { OwnerSource } from './owner-source.ts'

export type OriginParts = RdapParts & {
  readonly bootstrap: Bootstrap
  readonly cache: RangeCache
  readonly bulk?: Pick<Bulk, 'origin'>
}

/**
 * Whoever announces the network, where its holder names nobody. Only a registry's own word for the number counts; a
 * table of routes is somebody's guess.
 */
export function originSource(parts: OriginParts): OwnerSource {
  const { bootstrap, bulk, cache, registries } = parts
  const here = (asn: number): readonly Clue[] | undefined => {
    const known = bulk?.origin(asn) ?? []
    return known.length > 0 ? known : cache.findOrigin(asn)
  }
  const target = (question: Question, asn: number) => {
    const name = question.leg?.registry ?? bootstrap.registryOfAsn(asn) ?? question.known?.registry
    return registries.find(one => one.name === name && one.rdap !== undefined)
  }
  return {
    name: 'origin',
    plan(question) {
      const asn = question.known?.asns?.[0]
      if (asn === undefined) return { kind: 'pass' }
      if (here(asn)) return { kind: 'here' }
      const registry = target(question, asn)
      return registry ? { kind: 'registry', registry: registry.name } : { kind: 'pass' }
    },
    async find(question) {
      const asn = question.known?.asns?.[0]
      if (asn === undefined) return { kind: 'nothing', reason: 'no registry says who announces it' }
      const known = here(asn)
      if (known) return holdingOf(question, known, asn)
      const registry = target(question, asn)
      if (!registry) return { kind: 'nothing', reason: `no registry is known for AS${asn}` }
      const url = question.leg?.url ?? `${registry.rdap}autnum/${asn}`
      const leg = { registry: registry.name, url, hops: question.leg?.hops ?? 0 }
      const answer = await askRdap(leg, parts, question.signal)
      if (answer.kind === 'nothing') cache.keepOrigin(asn, [])
      if (answer.kind !== 'json') return answer
      const clues = readAutnum(answer.value, asn) ?? []
      cache.keepOrigin(asn, clues)
      return holdingOf(question, clues, asn)
    },
  }
}

function holdingOf({ known }: Question, clues: readonly Clue[], asn: number): Found {
  if (!known || clues.length === 0)
    return { kind: 'nothing', reason: `AS${asn}, which announces it, names nobody` }
  return { kind: 'holding', certainty: 'certain', holding: { ...known, source: 'origin', clues } }
}
