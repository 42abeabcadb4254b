import type { LogEntry } from '../model/entry.ts'
import type { MarkId } from '../model/mark.ts'
import { readLine } from '../formats/index.ts'
import { match, rules } from '../detect/match.ts'
import type { MarkRule, Signature } from '../signatures/signature.ts'

/** Reads a sample line as any log line is read; undefined when no format knows it or it is no request. */
export function readSample(line: string): LogEntry | undefined {
  const reading = readLine(line, {})
  return reading.kind === 'entry' ? reading.entry : undefined
}

/** The marks that a sample line gives by these families. */
export function marksOf(line: string, signatures: readonly Signature[]): readonly MarkId[] {
  const entry = readSample(line)
  return entry ? match(entry, rules(signatures)).map(({ id }) => id) : []
}

/** The families with one mark's rule put in the place of its own. */
export function withRule(
  signatures: readonly Signature[],
  id: MarkId,
  rule: MarkRule,
): readonly Signature[] {
  return signatures.map(signature =>
    Object.hasOwn(signature.marks, id)
      ? { ...signature, marks: { ...signature.marks, [id]: rule } }
      : signature,
  )
}
