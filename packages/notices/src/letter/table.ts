import type { Language } from '../languages/language.ts'
import type { NoticedHost, Seen } from '../notice/host.ts'
import { columnsOf } from './columns.ts'
import { letterWidth } from './wrap.ts'

const gap = '  '

/**
 * The table of some machines: of each the first moment and the last, to the second in UTC, with its port. An address
 * that leaves the others no room stands on a line of its own.
 */
export function tableOf(hosts: readonly NoticedHost[], language: Language): readonly string[] {
  const { address, port, seen, requests, reporters } = language.machines.columns
  const heading: Row = [address, port, seen, requests, reporters]
  const blocks = hosts.map(host => rowsOf(host, language))
  const widths = widthsOf([heading, ...blocks.flat()])
  if (widthOf(widths) <= letterWidth)
    return [heading, ...blocks.flat()].map(row => lineOf(row, widths))
  const [, ...rest] = widths
  const narrow = [gap.length, ...rest]
  return [
    lineOf([address, '', '', '', ''], narrow),
    lineOf(['', port, seen, requests, reporters], narrow),
    ...blocks.flatMap(rows => [
      rows[0]?.[0] ?? '',
      ...rows.map(([, ...cells]) => lineOf(['', ...cells], narrow)),
    ]),
  ]
}

type Row = readonly string[]

function rowsOf(host: NoticedHost, { number }: Language): readonly Row[] {
  const { first, last, requests } = host
  const count = `${requests.exact ? '' : '≈ '}${number(requests.count)}`
  const top = [host.source, portOf(first), first.at, count, number(host.reporters)]
  return first.at === last.at ? [top] : [top, ['', portOf(last), last.at, '', '']]
}

function portOf({ port }: Seen): string {
  return port === undefined ? '-' : String(port)
}

function widthsOf(rows: readonly Row[]): readonly number[] {
  return [0, 1, 2, 3, 4].map(column => Math.max(...rows.map(row => columnsOf(row[column] ?? ''))))
}

function widthOf(widths: readonly number[]): number {
  return widths.reduce((sum, one) => sum + one) + gap.length * (widths.length - 1)
}

/** Port and numbers stand to the right. */
function lineOf(row: Row, widths: readonly number[]): string {
  const cells = row.map((cell, column) => {
    const blanks = ' '.repeat(Math.max(0, (widths[column] ?? 0) - columnsOf(cell)))
    return column === 1 || column > 2 ? blanks + cell : cell + blanks
  })
  return cells.join(gap).trimEnd()
}
