import {
  type Cell,
  contains,
  isHostName,
  type Network,
  parseAddress,
  privateNetworks,
  submissionLimits,
} from '@redalert/core'

/** Which cells leave, and how many stay for which reason. */
export type Leaving = {
  readonly cells: readonly Cell[]
  readonly stay: { readonly [Reason in StayReason]: number }
}

export type StayReason = 'mine' | 'name' | 'assumed' | 'unproven'

const longestHost = 261

/** Chooses what leaves: every cell whatever its grade, but none of one's own machines, of mere names, or of a clock nobody knows. */
export function leaving(
  cells: Iterable<Cell>,
  { mine, listens }: { readonly mine: readonly Network[]; readonly listens: ReadonlySet<string> },
): Leaving {
  const own = [...mine, ...privateNetworks]
  const stay = { mine: 0, name: 0, assumed: 0, unproven: 0 }
  const leave: Cell[] = []
  for (const cell of cells) {
    const reason = reasonToStay(cell, own, listens)
    if (reason !== undefined) {
      stay[reason]++
      continue
    }
    const evidence = cell.evidence.filter(({ text }) => text.length <= submissionLimits.evidence)
    if (evidence.length === 0) stay.unproven++
    else {
      const payloadHosts = cell.payloadHosts.filter(
        host => host !== '' && host.length <= longestHost,
      )
      leave.push({ ...cell, evidence, payloadHosts })
    }
  }
  return { cells: leave, stay }
}

function reasonToStay(
  { source, clock }: Cell,
  own: readonly Network[],
  listens: ReadonlySet<string>,
): StayReason | undefined {
  const address = parseAddress(source)
  if (address === undefined || isHostName(source)) return 'name'
  if (listens.has(address) || own.some(network => contains(network, address))) return 'mine'
  return clock === 'assumed' ? 'assumed' : undefined
}
