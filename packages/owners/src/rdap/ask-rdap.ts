import { type Found, type Leg } from '../model/found.ts'
import type { Dialer } from '../network/dialer.ts'
import { type Fetched, fetchJson } from '../network/fetch-json.ts'
import type { Limits } from '../network/limits.ts'
import { readRefusal } from '../manners/read-refusal.ts'
import { registryOfUrl } from '../registries/allow-list.ts'
import type { Registry } from '../registries/registry.ts'

/** What is needed to ask. */
export type RdapParts = {
  readonly registries: readonly Registry[]
  readonly dialer: Dialer
  readonly limits: Limits
  readonly now: () => number
}

/** The JSON that was asked for, or what became of the question instead. */
export type RdapAnswer =
  | { readonly kind: 'json'; readonly value: unknown }
  | Exclude<Found, { kind: 'holding' | 'stop' }>

/**
 * Asks a registry for a page, and goes where it sends us as long as that is the same registry; where it is another,
 * its own turn must come first. Every step is looked up on the list again.
 */
export async function askRdap(
  leg: Leg & { readonly url: string },
  parts: RdapParts,
  signal?: AbortSignal,
): Promise<RdapAnswer> {
  let { url, hops } = leg
  while (true) {
    const page = URL.canParse(url) ? new URL(url) : undefined
    const registry = page && registryOfUrl(page, parts.registries)
    if (!page || !registry) {
      parts.dialer.alarm?.(`${leg.registry} sent us to ${url.slice(0, 200)}, which is on no list`)
      return { kind: 'failed', reason: `${leg.registry} sent us to a place that is on no list` }
    }
    if (registry.name !== leg.registry)
      return { kind: 'elsewhere', leg: { registry: registry.name, url: page.href, hops } }
    const fetched = await fetchJson(page, parts.dialer, {
      limits: parts.limits,
      now: parts.now,
      ...(signal && { signal }),
    })
    if (fetched.kind !== 'moved') return answerOf(fetched, leg.registry)
    hops++
    if (hops > parts.limits.hops)
      return {
        kind: 'failed',
        reason: `${leg.registry} sent us on more than ${parts.limits.hops} times`,
      }
    if (!URL.canParse(fetched.location, page.href))
      return { kind: 'failed', reason: `${leg.registry} sent us to no address` }
    url = new URL(fetched.location, page).href
  }
}

function answerOf(fetched: Exclude<Fetched, { kind: 'moved' }>, registry: string): RdapAnswer {
  switch (fetched.kind) {
    case 'busy':
      return { ...fetched, reason: `${registry} is busy` }
    case 'refused':
      return { kind: 'failed', reason: fetched.reason }
    case 'failed':
      return fetched
    case 'json':
    case 'text':
      return byStatus(fetched, registry)
  }
}

function byStatus(
  fetched: Extract<Fetched, { kind: 'json' | 'text' }>,
  registry: string,
): RdapAnswer {
  const { status } = fetched
  const said = fetched.kind === 'text' ? fetched.text : JSON.stringify(fetched.value).slice(0, 4096)
  if (status === 200 && fetched.kind === 'json') return { kind: 'json', value: fetched.value }
  if (status === 404 || status === 400)
    return { kind: 'nothing', reason: `${registry} has nothing about it`, asked: true }
  const refusal = readRefusal(said)
  if (refusal) return refusal
  if (status === 401 || status === 403)
    return { kind: 'blocked', reason: `${registry} answered ${status}` }
  if (status === 501)
    return { kind: 'nothing', reason: `${registry} answers no such question`, asked: true }
  return { kind: 'failed', reason: `${registry} answered ${status}, and no RDAP` }
}
