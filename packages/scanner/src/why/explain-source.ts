import { type Cell, type ReadContext, rules, type Signature, type Source } from '@redalert/core'
import { type Observed, observer, type Watch } from '../engine/observe.ts'
import type { FileFault, FileRemark } from '../finding.ts'
import type { FoundLog } from '../read/found.ts'
import { readLines } from '../read/read-lines.ts'
import { addObserved, emptyTally, type Tally } from '../tally.ts'
import type { SourceStory } from './source-story.ts'
import { standingsOf } from './standings-of.ts'

export type SourceOptions = {
  readonly context: ReadContext
  readonly signatures: readonly Signature[]
  readonly sensor: string
  /** Show evidence lines whole. */
  readonly raw: boolean
  readonly signal: AbortSignal
}

/** Reads logs for all that one source did in them. What has to be said of the logs comes first, the story last. */
export async function* explainSource(
  source: Source,
  logs: readonly FoundLog[],
  options: SourceOptions,
): AsyncGenerator<FileFault | FileRemark | SourceStory, void> {
  const { context, signatures, sensor, raw, signal } = options
  const watch: Watch = { context, rules: rules(signatures), ...(raw && { raw }) }
  const tally = emptyTally()
  for (const log of logs) {
    if (signal.aborted) break
    tally.counts.files++
    const observe = observer(watch)
    for await (const piece of readLines(log, { signal })) {
      if (piece.kind !== 'lines') yield piece
      else addObserved(tally, onlyOf(source, observe(piece.lines)), { file: log.name, sensor })
    }
  }
  yield storyOf(source, tally, signatures)
}

/** What some lines hold of one source. */
function onlyOf(source: Source, observed: Observed): Observed {
  return { ...observed, matches: observed.matches.filter(({ entry }) => entry.source === source) }
}

function storyOf(
  source: Source,
  { cells, lineCounts, counts: { lines, files, unread } }: Tally,
  signatures: readonly Signature[],
): SourceStory {
  const counts = [...(lineCounts.get(source)?.values() ?? [])]
  const own = [...cells.values()].toSorted(byHourThenMark)
  return {
    kind: 'source',
    source,
    cells: own,
    standings: standingsOf(own, signatures),
    lines: counts.reduce((sum, each) => sum + each.lines, 0),
    files: [...new Set(counts.flatMap(each => [...each.files]))].toSorted(),
    read: { lines, files, unread },
  }
}

function byHourThenMark(one: Cell, other: Cell): number {
  return compare(one.hour, other.hour) || compare(one.mark, other.mark)
}

function compare(one: string, other: string): number {
  if (one === other) return 0
  return one < other ? -1 : 1
}
