import type { Untrusted } from '../model/untrusted.ts'
import { type EntryReading, type ReadContext, readLine } from './read-line.ts'

const mostLines = 5

/** Reads evidence: one line of a log, below its header lines where it cannot be read without; undefined when it is none. */
export function readEvidence(text: Untrusted, context: ReadContext = {}): EntryReading | undefined {
  const lines = text.split('\n', mostLines + 1)
  if (lines.length > mostLines) return undefined
  let { header } = context
  for (const [index, line] of lines.entries()) {
    const reading = readLine(line, header ? { ...context, header } : context)
    if (index === lines.length - 1) return reading.kind === 'entry' ? reading : undefined
    if (reading.kind !== 'header') return undefined
    header = reading.header
  }
  return undefined
}
