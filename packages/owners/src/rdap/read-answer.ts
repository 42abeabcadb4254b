import type { Address } from '@redalert/core'
import type { Found } from '../model/found.ts'
import { isPlaceholder } from '../model/is-placeholder.ts'
import { makeHolding } from '../model/make-holding.ts'
import { notAbout, notManaged } from '../model/not-about.ts'
import { type Json, listOf, objectOf, textOf, wordsOf } from './json.ts'
import { readClues } from './read-clues.ts'
import { readRange } from './read-range.ts'

/** Reads what a registry answers to the question for an address: a network (RFC 9083), or an error. Anything may be missing. */
export function readAnswer(
  value: unknown,
  { asked, registry }: { asked: Address; registry: string },
): Found {
  const network = objectOf(value)
  const range = readRange(network, asked)
  if ('errorCode' in network || !range) return notAbout(asked, registry)
  const [handle, name] = [textOf(network.handle), textOf(network.name)]
  if (isPlaceholder(name, wordsOf(network.status))) return notManaged(asked, { registry, name })
  const holding = makeHolding(
    {
      range,
      source: 'rdap',
      registry,
      handle,
      parentHandle: textOf(network.parentHandle),
      name,
      status: textOf(network.type),
      country: textOf(network.country),
      asns: asnsOf(network),
      clues: readClues(network, 'rdap', `network ${handle ?? name ?? range.start} at ${registry}`),
    },
    { asked, settled: false },
  )
  return { kind: 'holding', holding, certainty: 'certain' }
}

/** The handles of the entities at the top of an answer. */
export function handlesOf(value: unknown): readonly string[] {
  return listOf(objectOf(value).entities).flatMap(entity => textOf(objectOf(entity).handle) ?? [])
}

function asnsOf(network: Json): number[] {
  return listOf(network.arin_originas0_originautnums).filter(
    (asn): asn is number =>
      typeof asn === 'number' && Number.isInteger(asn) && asn > 0 && asn < 2 ** 32,
  )
}
