import {
  familiesWith,
  type Instant,
  knownFamilies,
  type ReadContext,
  type Rule,
  rules,
  type Signature,
} from '@redalert/core'
import { observer } from '../engine/observe.ts'
import type { FileFault, FileRemark } from '../finding.ts'
import type { Found, FoundLog } from '../read/found.ts'
import { readLines } from '../read/read-lines.ts'
import { addObserved, emptyTally, type Tally } from '../tally.ts'
import type { Told } from './told.ts'

/** How logs are read for a submission. */
export type CollectOptions = {
  readonly sensor: string
  readonly context: ReadContext
  readonly since?: Instant | undefined
  readonly until?: Instant | undefined
  /** Families to look for besides those that are known. */
  readonly besides?: readonly Signature[]
  /** The addresses at which the server listens; without them, the log is asked. */
  readonly listens: readonly string[]
  readonly signal: AbortSignal
  readonly tell: (finding: FileFault | FileRemark) => void
  /** What `-` means, when some of it was read already. */
  readonly input?: AsyncIterable<Uint8Array>
}

/** Reads logs for what a submission tells: every cell, whether or not it makes a row, and what the server could have seen. */
export async function collect(found: readonly Found[], options: CollectOptions): Promise<Told> {
  const tally = emptyTally()
  const { besides = [] } = options
  const families = familiesWith(besides)
  const wanted = families === knownFamilies ? ready : rules(families.list)
  for (const each of found) {
    if (each.kind === 'log') await readInto(tally, each, { ...options, wanted })
    else options.tell(each)
  }
  const { sensor, listens, context } = options
  const addresses = listens.length > 0 ? listens : [...tally.listens].toSorted()
  return {
    cells: [...tally.cells.values()],
    coverage: [
      {
        sensor,
        hours: Object.fromEntries(
          [...tally.hours].toSorted(([one], [other]) => (one < other ? -1 : 1)),
        ),
        listens: addresses.length > 0 ? addresses : null,
        signatures: families.version,
      },
    ],
    zone: context.zone?.name ?? null,
    unproven: 0,
  }
}

const ready = rules(knownFamilies.list)

async function readInto(
  tally: Tally,
  log: FoundLog,
  {
    wanted,
    sensor,
    context,
    since,
    until,
    signal,
    tell,
    input,
  }: CollectOptions & { readonly wanted: readonly Rule[] },
): Promise<void> {
  const observe = observer({
    context,
    rules: wanted,
    ...(since && { since }),
    ...(until && { until }),
  })
  for await (const piece of readLines(log, { signal, ...(input && { input }) })) {
    if (piece.kind === 'lines') addObserved(tally, observe(piece.lines), { file: log.name, sensor })
    else tell(piece)
  }
}
