import type { Instant, Source, Status, StatusCount } from '@redalert/core'
import type { HostLife, May } from '../cases/life/host-life.ts'

/** A host of which a submitter told, and what is known of it here. */
export type ToldOf = {
  readonly source: Source
  readonly family: string
  /** What may be done about it. */
  readonly may: May
  /** Undefined while nobody was told of it, or nothing planned. */
  readonly life: Pick<HostLife, 'state' | 'told'> | undefined
}

/** Counts what became of the hosts of which somebody told. */
export async function statusOf(
  hosts: AsyncIterable<ToldOf>,
  { submitter, at }: Pick<Status, 'submitter' | 'at'> & { readonly at: Instant },
): Promise<Status> {
  const all = counter()
  const families = new Map<string, Counter>()
  for await (const host of hosts) {
    const own = families.get(host.family) ?? counter()
    families.set(host.family, own)
    for (const each of [all, own]) add(each, host)
  }
  return {
    kind: 'status',
    schema: 1,
    submitter,
    at,
    all: counted(all),
    families: [...families]
      .toSorted(([one], [other]) => (one < other ? -1 : 1))
      .map(([family, own]) => ({ family, ...counted(own) })),
  }
}

type Counter = { hosts: number; told: number; readonly states: Map<string, number> }

function counter(): Counter {
  return { hosts: 0, told: 0, states: new Map() }
}

function add(counter: Counter, { may, life }: ToldOf): void {
  const state = life?.state ?? (may === null ? 'suspected' : 'confirmed')
  counter.hosts++
  if (life && Object.keys(life.told).length > 0) counter.told++
  counter.states.set(state, (counter.states.get(state) ?? 0) + 1)
}

function counted({ hosts, told, states }: Counter): StatusCount {
  const sorted = [...states].toSorted(([one], [other]) => (one < other ? -1 : 1))
  return { hosts, told, states: Object.fromEntries(sorted) }
}
