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

/** The marks that a sample line gives by these families; each line is matched once by the same list of them. */
export function marksOf(line: string, signatures: readonly Signature[]): readonly MarkId[] {
  const given = matched.get(signatures) ?? { ready: rules(signatures), byLine: new Map() }
  matched.set(signatures, given)
  const known = given.byLine.get(line)
  if (known) return known
  const entry = readSample(line)
  const marks = entry ? match(entry, given.ready).map(({ id }) => id) : []
  given.byLine.set(line, marks)
  return marks
}

type Matched = {
  readonly ready: ReturnType<typeof rules>
  readonly byLine: Map<string, readonly MarkId[]>
}
/** A thousand families are each seen beside a thousand, with the samples of all. */
const matched = new WeakMap<readonly Signature[], Matched>()

/** The families that decide whether a mark is given: its own, and those of the marks that must not be there beside it. */
export function deciding(id: MarkId, signatures: readonly Signature[]): readonly Signature[] {
  const home = homes.get(signatures) ?? homesOf(signatures)
  homes.set(signatures, home)
  const families = new Set<Signature>()
  const ahead = [id]
  const seen = new Set(ahead)
  for (let next = ahead.pop(); next !== undefined; next = ahead.pop()) {
    const family = home.get(next)
    if (family) families.add(family)
    for (const other of family?.marks[next]?.unless ?? []) {
      if (!seen.has(other)) ahead.push(other)
      seen.add(other)
    }
  }
  return [...families]
}

function homesOf(signatures: readonly Signature[]): ReadonlyMap<MarkId, Signature> {
  return new Map(
    signatures.flatMap(signature =>
      Object.keys(signature.marks).map(id => [id, signature] as const),
    ),
  )
}

const homes = new WeakMap<readonly Signature[], ReadonlyMap<MarkId, Signature>>()

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
