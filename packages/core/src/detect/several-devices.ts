import type { Cell } from '../model/cell.ts'
import { carriesPayload } from '../signatures/carries-payload.ts'
import type { Signature } from '../signatures/signature.ts'
import { adjoiningHours } from './adjoining-hours.ts'

/**
 * The families of bots of which a source sent payloads for different kinds of device within one hour or two adjoining
 * ones, with those kinds: the bots of today carry several exploits, and a scanner seldom brings a program. Exploits of
 * servers do not count, for anybody sends them from anywhere.
 */
export function severalDevices(
  cells: readonly Cell[],
  signatures: readonly Signature[],
): ReadonlyMap<Signature, readonly string[]> {
  const several = new Map<Signature, readonly string[]>()
  for (const together of adjoiningHours(cells)) {
    const marks = new Set(together.map(({ mark }) => mark))
    const families = signatures.filter(family => carriesFor(family).some(mark => marks.has(mark)))
    const devices = [...new Set(families.map(({ device = '' }) => device))].toSorted()
    if (devices.length < 2) continue
    for (const family of families) {
      if ((several.get(family)?.length ?? 0) < devices.length) several.set(family, devices)
    }
  }
  return several
}

/** The marks of a bot that show a payload for its kind of device. */
export function carriesFor({ class: kind, device, marks }: Signature): readonly string[] {
  if (kind !== 'bot' || device === undefined) return []
  return Object.entries(marks).flatMap(([id, rule]) => (carriesPayload(rule) ? [id] : []))
}
