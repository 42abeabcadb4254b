import {
  type Hour,
  hourOf,
  type Identity,
  type Instant,
  instantOfSeconds,
  type Mark,
  keptEvidence,
  parseAddress,
} from '@redalert/core'
import type { Deposit } from './observe.ts'
import { cells, type Sieve } from './sieve.ts'

/** A line that proves something, as a cell keeps it. */
export type Proof = Deposit['evidence'][number]

/** Takes what the sieve counted in its cells, with the lines that were kept for each, and empties them. */
export function takeDeposits(
  sieve: Sieve,
  kept: ReadonlyMap<number, readonly Proof[]>,
): readonly Deposit[] {
  const deposits: Deposit[] = []
  const count = sieve.cellCount()
  for (let cell = 0; cell < count; cell++) {
    const deposit = depositOf(sieve, cell, kept.get(cell) ?? [])
    if (deposit) deposits.push(deposit)
  }
  sieve.forgetCells()
  return deposits
}

function depositOf(
  { bytes, words, verdicts }: Sieve,
  cell: number,
  evidence: readonly Proof[],
): Deposit | undefined {
  const start = cells.start + cell * cells.size
  const word = (at: number) => words[(start + at) >> 2] ?? 0
  const end = bytes.indexOf(0, start)
  const source = parseAddress(bytes.toString('latin1', start, Math.min(end, start + 16)))
  const marks: readonly Mark[] = verdicts[word(16)] ?? []
  const first = instantOfSeconds(word(28))
  const last = instantOfSeconds(word(32))
  if (!source || !first || !last) return undefined
  const identities = identitiesOf(bytes.subarray(start + 48, start + 48 + word(40) * 8))
  const hour: Hour = hourOf(first)
  return { source, hour, marks, lines: word(24), first, last, identities, evidence }
}

/** Identities as text; in memory their last byte stands first. */
function identitiesOf(bytes: Buffer): readonly Identity[] {
  const digits = Buffer.from(bytes).swap64().toString('hex')
  return Array.from(
    { length: digits.length / 16 },
    (_, index) => digits.slice(index * 16, index * 16 + 16) as Identity,
  )
}

/** The first lines of a cell by instant, then by text, the same text of one instant once; lines come in their order. */
export function firstProofs(proofs: readonly Proof[], proof: Proof): readonly Proof[] {
  if (proofs.some(({ at, text }) => at === proof.at && text === proof.text)) return proofs
  return [...proofs, proof]
    .toSorted((one, other) => compare(one.at, other.at) || compare(one.text, other.text))
    .slice(0, keptEvidence)
}

/** The instant behind which no line is among the first. */
export function lastWanted(proofs: readonly Proof[]): Instant | undefined {
  return proofs[keptEvidence - 1]?.at
}

function compare(one: string, other: string): number {
  if (one === other) return 0
  return one < other ? -1 : 1
}
