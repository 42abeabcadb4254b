import { type Families, parseAddress, sight, type Source } from '@redalert/core'
import { hostOf, type NoticedHost, voiceOf } from '@redalert/notices'
import type { Owner } from '@redalert/owners'
import type { HostLife } from '../cases/life/host-life.ts'
import type { ToldCell } from '../store/store.ts'

/** What a letter says of its hosts is looked up with these. */
export type HostFacts = {
  readonly cells: (source: Source) => readonly ToldCell[]
  readonly ownerOf: (source: Source) => Owner | undefined
  /** As how many independent parties those count who told of a host. */
  readonly partiesOf: (source: Source, family: string) => number
  readonly newId: () => string
  /** By which cells are judged. */
  readonly families: Families
}

/**
 * What the recipient of a letter is told of each host: the lines that prove it, and no more than its evidence and those
 * who told of it allow. A host of which nothing may be said is left out.
 */
export function noticedHosts(
  hosts: readonly HostLife[],
  { cells, ownerOf, partiesOf, newId, families }: HostFacts,
): readonly NoticedHost[] {
  return hosts.flatMap(host => {
    const source = parseAddress(host.source)
    const family = families.list.find(({ id }) => id === host.family)
    if (!family || !source) return []
    const rows = sight(
      cells(source).map(({ cell }) => cell),
      families.list,
      null,
    )
    const row = rows.find(each => each.source === source && each.family === host.family)
    const voice = row && voiceOf(row.grade, host.may === 'ask' ? 'ask' : 'assert')
    if (!row || !voice || host.may === null) return []
    const told = hostOf(
      { row: { ...row, source }, family, voice, owner: facts(ownerOf(source)) },
      newId(),
    )
    return [{ ...told, reporters: Math.max(1, partiesOf(source, host.family)) }]
  })
}

function facts(owner: Owner | undefined) {
  const contact = owner?.kind === 'owner' ? owner.contact : undefined
  const country = owner && 'country' in owner ? owner.country : undefined
  const asn = owner && 'asns' in owner ? owner.asns?.[0] : undefined
  return {
    address: contact?.mailbox ?? '',
    why: contact?.path ?? '',
    ...(country !== undefined && { country }),
    ...(asn !== undefined && { asn }),
  }
}
