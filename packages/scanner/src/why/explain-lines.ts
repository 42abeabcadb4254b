import { type Header, type ReadContext, readLine, type Signature } from '@redalert/core'
import type { FileFault, FileRemark } from '../finding.ts'
import type { FoundLog } from '../read/found.ts'
import type { Line } from '../read/line.ts'
import { readLines } from '../read/read-lines.ts'
import { explainLine } from './explain-line.ts'
import { noSuchLine } from './faults.ts'
import type { LineStory } from './line-story.ts'

export type LineOptions = {
  readonly context: ReadContext
  readonly signatures: readonly Signature[]
  readonly signal: AbortSignal
}

/** Explains one line of a log, or all that are no header lines when no number is given; each is read with the last header line above it. */
export async function* explainLines(
  log: FoundLog,
  number: number | undefined,
  { context, signatures, signal }: LineOptions,
): AsyncGenerator<FileFault | FileRemark | LineStory, void> {
  let header: Header | undefined
  let lines = 0
  for await (const piece of readLines(log, { signal })) {
    if (piece.kind !== 'lines') {
      yield piece
      continue
    }
    for (const line of piece.lines) {
      lines = line.number
      const own = { ...context, ...(header && { header }) }
      if (number === undefined || line.number === number) {
        const story = storyOf(log, line, own, signatures)
        if (number !== undefined || isTelling(story)) yield story
        if (number !== undefined) return
      }
      header = headerBehind(line, own) ?? header
    }
  }
  if (number !== undefined && !signal.aborted) yield noSuchLine(log.name, number, lines)
}

function storyOf(
  { name }: FoundLog,
  line: Line,
  context: ReadContext,
  signatures: readonly Signature[],
): LineStory {
  const read = explainLine(line, context, signatures)
  return { kind: 'line', file: name, line: line.number, text: line.text, read }
}

function isTelling({ read }: LineStory): boolean {
  return read.kind !== 'header' && read.kind !== 'skipped'
}

/** What a header line says; the reading of any other line is dear, and tells none. */
function headerBehind({ text }: Line, context: ReadContext): Header | undefined {
  if (!text.startsWith('#')) return undefined
  const reading = readLine(text, context)
  return reading.kind === 'header' ? reading.header : undefined
}
