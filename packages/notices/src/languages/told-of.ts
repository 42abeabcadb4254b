import type { Instant } from '@redalert/core'
import type { Told } from './told.ts'
import type { NoticedHost } from '../notice/host.ts'
import type { Notice } from '../notice/notice.ts'
import { mailText } from '../safe/mail-text.ts'
import { toldFamily } from './told-family.ts'

const mostNamed = 3

/** Sums machines up for a sentence; there must be one. */
export function toldOf(hosts: readonly NoticedHost[], { stage }: Notice): Told {
  const sources = [...new Set(hosts.map(({ source }) => source))]
  const families = [...new Set(hosts.map(({ family }) => family))]
  return {
    machines: sources.length,
    ...(sources.length === 1 && { sole: mailText(sources[0] ?? '') }),
    families: families.slice(0, mostNamed).map(toldFamily),
    others: Math.max(0, families.length - mostNamed),
    first: hosts.map(({ first }) => first.at).reduce(earlier),
    last: hosts.map(({ last }) => last.at).reduce(later),
    where: stage.kind === 'country' ? 'country' : 'network',
  }
}

function earlier(one: Instant, other: Instant): Instant {
  return one < other ? one : other
}

function later(one: Instant, other: Instant): Instant {
  return one > other ? one : other
}
