import type { Instant } from '@redalert/core'
import type { HostEvent } from '../life/host-event.ts'
import { hostKey } from '../life/host-key.ts'
import type { HostLife } from '../life/host-life.ts'
import { type LifeLimits, lifeLimits } from '../life/life-limits.ts'
import { stepLife } from '../life/step-life.ts'
import { withoutLetters } from '../life/without-letters.ts'
import type { Case } from '../thread/case.ts'
import { stepCase } from '../thread/step-case.ts'
import type { BookEvent, KeptEvent } from './book-event.ts'
import type { CaseBook } from './case-book.ts'
import { isSame } from './is-same.ts'
import { wasToldOf } from './was-told-of.ts'

/** A book that is forgotten with the process: for drills, plans and tests. */
export function memoryCaseBook(limits: LifeLimits = lifeLimits): CaseBook {
  const hosts = new Map<string, HostLife>()
  const cases = new Map<string, Case>()
  const kept: KeptEvent[] = []
  const told = new Map<string, Map<string, Instant>>()
  const keep = (written: BookEvent) => kept.push({ ...written, number: kept.length + 1 })
  const appendOne = (written: BookEvent) => {
    if (written.of === 'host') {
      const key = hostKey(written.event)
      const before = hosts.get(key)
      const next = stepLife(before, written.event, limits)
      if (!next || (before && isSame(before, next))) return
      hosts.set(key, next)
      if (written.event.kind === 'told') noteTold(told, written.event)
    } else {
      const { contact } = written.event
      const before = cases.get(contact)
      const next = stepCase(before, written.event)
      if (!next || (before && isSame(before, next))) return
      cases.set(contact, next)
    }
    keep(written)
  }
  return {
    append: events => events.forEach(appendOne),
    host: (source, family) => hosts.get(hostKey({ source, family })),
    hosts: () => hosts.values(),
    toldTo: contact =>
      [...(told.get(contact) ?? [])].flatMap(([key, at]) => {
        const host = hosts.get(key)
        return host && wasToldOf(host, at) ? [host] : []
      }),
    case: contact => cases.get(contact),
    cases: () => cases.values(),
    without: (letters, at) => withoutLetters(kept, letters, { at, limits }),
    events: after => kept.slice(after),
  }
}

/** When a contact was last told of each host. */
function noteTold(
  told: Map<string, Map<string, Instant>>,
  event: HostEvent & { readonly kind: 'told' },
): void {
  const own = told.get(event.contact) ?? new Map<string, Instant>()
  const key = hostKey(event)
  const before = own.get(key)
  if (before === undefined || before < event.at) own.set(key, event.at)
  told.set(event.contact, own)
}
