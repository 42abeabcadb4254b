import type { Instant } from '@redalert/core'
import type { HostLife } from '../cases/life/host-life.ts'
import { rungs } from '../cases/life/rung.ts'
import type { DueTelling } from './due-telling.ts'
import type { Party } from './route.ts'

/** All that is due to one contact, in bundles of which each may be one letter. */
export type Group = {
  readonly contact: string
  readonly party: Party
  readonly bundles: readonly Bundle[]
}

/** Hosts that one letter may tell of: one rung, one kind; those about which a person decides stand apart. */
export type Bundle = Pick<DueTelling, 'rung' | 'kind' | 'person'> & {
  readonly hosts: readonly HostLife[]
  /** When the first and the last of them became due. */
  readonly since: Instant
  readonly latest: Instant
}

type Growing = { -readonly [Field in keyof Bundle]: Bundle[Field] } & { hosts: HostLife[] }

/** Puts what is due together, contact by contact. */
export function groups(): {
  readonly add: (host: HostLife, due: DueTelling) => void
  readonly all: () => readonly Group[]
} {
  const known = new Map<string, { readonly party: Party; readonly bundles: Growing[] }>()
  return {
    add(host, { contact, party, rung, kind, person, since }) {
      let group = known.get(contact)
      if (!group) known.set(contact, (group = { party, bundles: [] }))
      const bundle = group.bundles.find(
        each => each.rung === rung && each.kind === kind && each.person === person,
      )
      if (!bundle) {
        group.bundles.push({ rung, kind, person, hosts: [host], since, latest: since })
        return
      }
      bundle.hosts.push(host)
      if (since < bundle.since) bundle.since = since
      if (since > bundle.latest) bundle.latest = since
    },
    all: () =>
      [...known].map(([contact, { party, bundles }]) => ({
        contact,
        party,
        bundles: bundles.toSorted(byTurn),
      })),
  }
}

/** What needs no person comes first, then what waits longest. */
function byTurn(one: Bundle, other: Bundle): number {
  if ((one.person === null) !== (other.person === null)) return one.person === null ? -1 : 1
  if (one.since !== other.since) return one.since < other.since ? -1 : 1
  return rungs.indexOf(one.rung) - rungs.indexOf(other.rung) || (one.kind < other.kind ? -1 : 1)
}
