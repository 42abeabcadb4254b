import type { Cell, Instant } from '@redalert/core'
import { type Spooled, spooled } from '../../spool/spooled.ts'
import type { Prepared } from '../prepare.ts'
import { type MailedLine, mailedLine } from './mailed-line.ts'
import { subjectOf } from './subject-word.ts'
import { writeMail } from './write-mail.ts'

export type MailMaking = {
  readonly to: string
  readonly address: string
  readonly from: string | undefined
  readonly made: Instant
}

/** A text that no mailbox finds too large. */
const mostLetters = 200_000

/** The mails that tell of cells: one for each server and format, and for each distance of its clock from Greenwich; several when it is much. */
export function makeMails({ cells }: Prepared, making: MailMaking): readonly Spooled[] {
  const groups = new Map<string, MailedLine[]>()
  for (const cell of cells) {
    for (const evidence of cell.evidence) {
      const line = mailedLine(cell, evidence)
      if (!line) continue
      const key = `${cell.sensor} ${subjectOf(line.format, line.minutesEast)}`
      const group = groups.get(key)
      if (group) group.push(line)
      else groups.set(key, [line])
    }
  }
  return [...groups]
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
    .flatMap(([, lines]) => split(lines.toSorted(inOrder)).map(some => mailOf(some, making)))
}

function* lengths(lines: readonly MailedLine[]): Generator<number, void> {
  for (const { header, record } of lines) yield header.length + record.length + 2
}

function split(lines: readonly MailedLine[]): readonly (readonly MailedLine[])[] {
  const pieces: MailedLine[][] = [[]]
  let letters = 0
  for (const [index, length] of [...lengths(lines)].entries()) {
    if (letters > 0 && letters + length > mostLetters) {
      pieces.push([])
      letters = 0
    }
    letters += length
    const line = lines[index]
    if (line) pieces.at(-1)?.push(line)
  }
  return pieces
}

function mailOf(lines: readonly MailedLine[], { to, address, from, made }: MailMaking): Spooled {
  const [first] = lines
  const subject = subjectOf(first?.format ?? '', first?.minutesEast ?? null)
  const written = new Set<string>()
  const text: string[] = [`Sensor: ${first?.cell.sensor}`]
  let header = ''
  for (const line of lines) {
    const whole = `${line.header}\n${line.record}`
    // A line with two marks is one line.
    if (written.has(whole)) continue
    written.add(whole)
    if (line.header !== header) text.push(line.header)
    ;({ header } = line)
    text.push(line.record)
  }
  const told = new Set<Cell>(lines.map(({ cell }) => cell))
  const sources = new Set(lines.map(({ cell }) => cell.source)).size
  const holds = { cells: told.size, sources, hours: 0 }
  const body = writeMail({ to: address, from, subject }, `${text.join('\n')}\n`)
  return spooled({ to, key: null, made, holds }, body)
}

function inOrder(one: MailedLine, other: MailedLine): number {
  const [a, b] = [one, other].map(({ header, at, record }) => `${header}\n${at}\n${record}`)
  return a === b ? 0 : (a ?? '') < (b ?? '') ? -1 : 1
}
