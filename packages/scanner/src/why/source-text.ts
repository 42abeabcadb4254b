import {
  type Cell,
  contains,
  countRequests,
  type Hour,
  isHostName,
  privateNetworks,
  type Source,
} from '@redalert/core'
import { amount, grouped } from '../report/amount.ts'
import { indented } from '../report/indented.ts'
import { joined } from '../report/joined.ts'
import { recordOf } from '../report/record-of.ts'
import { shortened } from '../report/shortened.ts'
import { spaced } from '../report/table/seen.ts'
import { say, terminalBytes, terminalText, type TerminalText } from '../report/terminal.ts'
import type { View } from '../report/view.ts'
import { wrap } from '../report/wrap.ts'
import type { SourceStory } from './source-story.ts'
import { standingLines } from './standing-text.ts'

const shownLines = 3

/** Everything that some logs show of one source, for people. */
export function* sourceText(
  { source, cells, standings, lines, files, read }: SourceStory,
  view: View,
): Generator<TerminalText, void> {
  const { width, paint } = view
  yield paint('heading', terminalText(source))
  if (cells.length === 0) {
    const unread =
      read.unread > 0 ? say`, ${grouped(read.unread)} of them in no known format` : say``
    const looked = say`${amount(read.lines, 'line')} of ${amount(read.files, 'file')}`
    yield* wrap(say`No line of it has a mark, in ${looked}${unread}.`, width)
    return
  }
  yield* wrap(
    say`${amount(lines, 'line')} with a mark, in ${joined(files.map(terminalText), say`, `)}`,
    width,
  )
  if (isPrivate(source))
    yield* wrap(say`It is one of your own machines: its address is private.`, width)
  const hosts = [...new Set(cells.flatMap(({ payloadHosts }) => payloadHosts))].toSorted()
  if (hosts.length > 0)
    yield* wrap(
      say`It told this server to fetch from ${joined(hosts.map(terminalBytes), say`, `)}.`,
      width,
    )
  yield say``
  yield* standingLines(standings, view)
  yield say``
  yield paint('heading', say`Hour by hour`)
  for (const [hour, some] of byHour(cells)) {
    yield say`  ${hourText(hour, some)}`
    for (const cell of some) yield* cellLines(cell, view)
  }
}

function isPrivate(source: Source): boolean {
  return !isHostName(source) && privateNetworks.some(network => contains(network, source))
}

function byHour(cells: readonly Cell[]): ReadonlyMap<Hour, readonly Cell[]> {
  const hours = new Map<Hour, Cell[]>()
  for (const cell of cells) {
    const known = hours.get(cell.hour)
    if (known) known.push(cell)
    else hours.set(cell.hour, [cell])
  }
  return hours
}

function hourText(hour: Hour, cells: readonly Cell[]): TerminalText {
  const assumed = cells.every(({ clock }) => clock === 'assumed')
  return terminalText(
    `${hour.replace('T', ' ')}h UTC${assumed ? ', if its local time is UTC' : ''}`,
  )
}

function* cellLines(cell: Cell, { width, paint }: View): Generator<TerminalText, void> {
  const { mark, first, last, evidence } = cell
  const { count, exact } = countRequests([cell])
  const times = first === last ? timeOf(first) : say`${timeOf(first)} – ${timeOf(last)}`
  const requests = say`${exact ? say`` : say`≈`}${grouped(count)} ${count === 1 ? say`request` : say`requests`}`
  yield say`    ${terminalText(mark)}  ${requests}, ${times}`
  for (const { file, line, text } of evidence) {
    if (file !== undefined) yield say`      ${terminalText(file)}:${line ?? 0}`
    const shown = shortened(terminalBytes(recordOf(text)), (width - 8) * shownLines)
    for (const part of indented(shown, { width, indent: 8 })) yield paint('aside', part)
  }
}

function timeOf(instant: Cell['first']): TerminalText {
  return spaced(instant).slice(11) as TerminalText
}
