import {
  type Cell,
  match,
  parseZone,
  readEvidence,
  type ReadContext,
  redact,
  rules,
  signatures,
} from '@redalert/core'

const ready = rules(signatures)

/** Makes the check of cells that were written down: their evidence is read, matched and redacted again, since a scan can also show it whole. */
export function prover(zone: string | null): (cell: Cell) => Cell | undefined {
  const known = zone === null ? undefined : parseZone(zone)
  const context: ReadContext = known ? { zone: known } : {}
  return cell => {
    const evidence = cell.evidence.flatMap(({ at, text }) => {
      const redacted = proof(cell, text, context)
      return redacted === undefined ? [] : [{ at, text: redacted }]
    })
    return evidence.length === 0 ? undefined : { ...cell, evidence }
  }
}

function proof({ source, mark }: Cell, text: string, context: ReadContext): string | undefined {
  const reading = readEvidence(text, context)
  if (!reading || reading.entry.source !== source) return undefined
  const shown = match(reading.entry, ready).find(({ id }) => id === mark)
  return shown && redact(reading, shown.field)
}
