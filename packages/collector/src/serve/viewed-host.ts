import type { Families, Instant } from '@redalert/core'
import { type PageState, shownEvidence } from '@redalert/notices'
import type { HostLife, LifeState } from '../cases/life/host-life.ts'
import type { ToldCell } from '../store/store.ts'
import { noticedHosts } from '../telling/noticed-hosts.ts'
import { inPool } from '../wishes/in-pool.ts'
import type { Wishes } from '../wishes/wishes.ts'
import type { ViewedHost } from '../web/owner-view.ts'

/** By what a host is shown to its owner. */
export type ViewingParts = {
  /** What was told of a source by those who are not revoked. */
  readonly cells: (source: HostLife['source']) => readonly ToldCell[]
  /** By which cells are judged. */
  readonly families: () => Families
}

/** A host as its owner sees it on the page. */
export function viewedHost(
  host: HostLife,
  wishes: Wishes,
  { cells, families }: ViewingParts,
): ViewedHost {
  const { source, family: id, state, first, last } = host
  const known = families()
  const family = known.list.find(each => each.id === id)
  const [noticed] = noticedHosts([host], {
    cells,
    ownerOf: () => undefined,
    partiesOf: () => 1,
    newId: () => '',
    families: known,
  })
  const { requests, evidence } = noticed ?? {}
  return {
    source,
    family: family?.name ?? id,
    state: pageStates[state],
    isPool: inPool(wishes, source),
    first: shown(first),
    last: shown(last),
    requests: requests ? `${requests.exact ? '' : '≈'}${requests.count}` : '',
    evidence: evidence && family ? shownEvidence(evidence.text, family) : [],
  }
}

function shown(instant: Instant): string {
  return instant.slice(0, 16).replace('T', ' ')
}

/** How a machine stands, as its owner is told. */
export const pageStates: Readonly<Record<LifeState, PageState>> = {
  suspected: 'active',
  confirmed: 'active',
  told: 'active',
  'active-after-notice': 'active',
  relapsed: 'active',
  unknowable: 'active',
  'claimed-cleaned': 'cleaned',
  'claimed-patched': 'patched',
  quiet: 'quiet',
  fixed: 'fixed',
  disputed: 'disputed',
  excluded: 'over',
  expired: 'over',
}
