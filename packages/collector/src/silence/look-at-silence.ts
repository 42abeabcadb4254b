import type { BookEvent } from '../cases/book/book-event.ts'
import { after } from '../cases/after.ts'
import { hostKey } from '../cases/life/host-key.ts'
import type { HostLife } from '../cases/life/host-life.ts'
import type { ContactHistory } from '../estimates/fixed/contact-model.ts'
import { daysOf } from '../estimates/fixed/exposure-clock.ts'
import { habitsOf } from '../estimates/fixed/habits.ts'
import type { Silence } from '../estimates/fixed/judge-silence.ts'
import type { Look } from '../ledger/silence-book.ts'
import { type JudgeFamily, familySilence } from './family-silence.ts'
import { histories } from './histories.ts'
import { listening } from './listening.ts'
import { nextLook } from './next-look.ts'
import { pooled } from './pooled.ts'
import { silenceEvent } from './silence-event.ts'
import type { SilenceParts } from './silence-parts.ts'

/** So often at most somebody looks, and at so many hosts: the others are looked at next time. */
const pauseHours = 1
const mostHosts = 50_000

/**
 * Looks at hosts of which somebody was told and which were not seen since: how likely is it that they are clean? What
 * became quiet, fixed or unknowable is written into the book. Only those are looked at whose state may change. Gives how many.
 */
export function lookAtSilence(parts: SilenceParts): number {
  const { silences, now } = parts
  const last = silences.looked()
  if (last !== undefined && last <= now && now < after(last, pauseHours)) return 0
  const due = silences.due(now, mostHosts)
  if (due.length === 0) return 0
  const covered = listening(parts.submitters, parts.coverageOf)
  const families = new Map<string, JudgeFamily>()
  const judgeOf = (family: string): JudgeFamily => {
    const judge = families.get(family) ?? familySilence(family, covered, parts)
    families.set(family, judge)
    return judge
  }
  const pools = poolsOf(due, parts)
  const known = historiesOf([...due, ...[...pools.values()].flat()], parts)
  const looks: Look[] = []
  const events: BookEvent[] = []
  const note = (host: HostLife, silence: Silence): void => {
    const { source, family, last } = host
    const happening = silenceEvent(host, silence, parts)
    if (happening) events.push({ of: 'host', event: { source, family, at: now, ...happening } })
    const { isMemoryOnly } = habitsOf(family)
    const mayBeFixed = !isMemoryOnly || claimOf(host) === 'patched'
    const review = nextLook(host, silence, { ...parts, mayBeFixed })
    looks.push({ source, family, at: now, last, review, ...silence })
  }
  for (const host of due) {
    const history = known.get(hostKey(host))
    const isPooled = parts.poolOf(host) !== undefined
    note(host, silenceOf(host, { history, isPooled, judge: judgeOf(host.family) }))
  }
  for (const hosts of pools.values()) {
    const [some] = hosts
    const history = pooled(hosts.flatMap(host => known.get(hostKey(host)) ?? []))
    if (!some || !history) continue
    const claims = hosts.map(claimOf)
    const claimed = claims.every(claim => claim === 'patched') ? 'patched' : undefined
    const silence = judgeOf(some.family)({ history, address: 'static', claimed })
    if (silence.verdict === 'fixed') for (const host of hosts) note(host, silence)
  }
  silences.keep(looks, events)
  return due.length
}

function silenceOf(
  host: HostLife,
  {
    history,
    isPooled,
    judge,
  }: {
    readonly history: ContactHistory | undefined
    readonly isPooled: boolean
    readonly judge: JudgeFamily
  },
): Silence {
  // What is left of it shows nothing any more: whoever told of it was revoked or forgotten.
  if (!history) return { verdict: 'unknowable', chance: undefined }
  return judge({ history, address: isPooled ? 'shared' : 'static', claimed: claimOf(host) })
}

/** What its owner said of a host, before it was silent or since. */
function claimOf({ state, silence }: HostLife): 'cleaned' | 'patched' | undefined {
  const said = silence?.before ?? state
  if (said === 'claimed-cleaned') return 'cleaned'
  return said === 'claimed-patched' ? 'patched' : undefined
}

/** All hosts of the pools to which some of those belong that are due. */
function poolsOf(
  due: readonly HostLife[],
  { book, poolOf }: SilenceParts,
): ReadonlyMap<string, readonly HostLife[]> {
  const nameOf = (host: HostLife): string | undefined => {
    const pool = poolOf(host)
    return pool === undefined ? undefined : `${pool} ${host.family}`
  }
  const pools = new Map<string, HostLife[]>()
  for (const host of due) {
    const name = nameOf(host)
    if (name !== undefined) pools.set(name, [])
  }
  // Where no owner has a pool nobody need look for their hosts.
  if (pools.size > 0) for (const host of book.hosts()) pools.get(nameOf(host) ?? '')?.push(host)
  return pools
}

function historiesOf(
  hosts: readonly HostLife[],
  parts: SilenceParts,
): ReadonlyMap<string, ContactHistory> {
  const wanted = new Map(hosts.map(host => [hostKey(host), host]))
  const known = new Map<string, ContactHistory>()
  for (const [source, own] of histories(
    hosts.map(host => host.source),
    parts,
  ))
    for (const [family, history] of own) {
      const key = hostKey({ source, family })
      const host = wanted.get(key)
      // Whoever saw it last breaks its silence, also one whose own silence counts for nothing.
      if (host) known.set(key, { ...history, last: Math.max(history.last, daysOf(host.last)) })
    }
  return known
}
