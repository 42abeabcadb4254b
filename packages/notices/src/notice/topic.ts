import { addressWords, type Signature } from '@redalert/core'
import { grouped } from './grouped.ts'
import type { NoticedHost } from './host.ts'
import type { Voice } from './voice.ts'

/** The machines of a notice that are spoken of alike: one family, one voice. */
export type Topic = {
  readonly family: Signature
  readonly voice: Voice
  readonly hosts: readonly NoticedHost[]
}

/** Sorts the machines of a notice into topics: what is stated first, then the topic with most machines; within one by address. */
export function topicsOf(hosts: readonly NoticedHost[]): readonly Topic[] {
  return grouped(hosts, ({ family, voice }) => `${voice} ${family.id}`)
    .map(group => ({ ...about(group), hosts: group.toSorted(byAddress) }))
    .toSorted(byWeight)
}

function about(group: readonly NoticedHost[]): Pick<Topic, 'family' | 'voice'> {
  const { family, voice } = group[0] as NoticedHost
  return { family, voice }
}

function byWeight(one: Topic, other: Topic): number {
  return (
    Number(one.voice === 'asks') - Number(other.voice === 'asks') ||
    other.hosts.length - one.hosts.length ||
    compare(one.family.id, other.family.id)
  )
}

function byAddress(one: NoticedHost, other: NoticedHost): number {
  const [a, b] = [addressWords(one.source) ?? [], addressWords(other.source) ?? []]
  if (a.length !== b.length) return a.length - b.length
  for (const [index, word] of a.entries()) if (word !== b[index]) return word - (b[index] ?? 0)
  return compare(one.report, other.report)
}

function compare(one: string, other: string): number {
  if (one === other) return 0
  return one < other ? -1 : 1
}
