import { Fault, type Network, parseNetwork } from '@redalert/core'
import type { HostRow } from '../../store/store.ts'
import { type Command, dataOption } from '../command.ts'
import { writeLines } from '../io.ts'
import { openReader } from '../open-reader.ts'
import { safeJson } from '../safe-text.ts'

/** `hosts`: the machines that somebody told of. */
export const hosts: Command = {
  usage: 'hosts [ADDRESS|CIDR] --data DIR [--json]',
  does: 'list the machines that somebody told of, all or those of a network',
  options: { ...dataOption, json: { type: 'boolean' } },
  words: { least: 0, most: 1 },
  async run(given, io) {
    using store = openReader(given, io.cwd())
    const [text] = given.words
    const within = text === undefined ? undefined : networkNamed(text)
    const found = store.hosts(within ? { within } : {})
    let count = 0
    const counted = function* (): Generator<string> {
      if (given.options['json'] !== true) yield heading
      for (const host of found) {
        count++
        yield given.options['json'] === true ? jsonLine(host) : tableLine(host)
      }
    }
    await writeLines(io, counted())
    return count > 0 ? 0 : 1
  },
}

/** A network, or an address, which is one of itself. */
export function networkNamed(text: string): Network {
  const network = parseNetwork(text)
  if (network) return network
  throw new Fault(
    'bad-address',
    `${JSON.stringify(text)} is neither an address nor a network: write it like 192.0.2.7 or 192.0.2.0/24.`,
  )
}

function jsonLine({ requests, ...host }: HostRow): string {
  return safeJson({
    kind: 'host',
    ...host,
    requests: requests.count,
    ...(!requests.exact && { approximate: true }),
  })
}

const widths = [39, 16, 9, 8, 20, 20, 8, 7, 10] as const
const names = [
  'source',
  'family',
  'state',
  'grade',
  'first',
  'last',
  'requests',
  'sensors',
  'submitters',
]
const heading = row(names)

function tableLine({
  source,
  family,
  state,
  grade,
  first,
  last,
  requests,
  sensors,
  submitters,
}: HostRow): string {
  const count = `${requests.exact ? '' : '≈'}${requests.count}`
  return row([
    source,
    family,
    state,
    grade,
    first,
    last,
    count,
    String(sensors),
    String(submitters),
  ])
}

function row(cells: readonly string[]): string {
  return cells
    .map((cell, index) =>
      index < 6 ? cell.padEnd(widths[index] ?? 0) : cell.padStart(widths[index] ?? 0),
    )
    .join(' ')
    .trimEnd()
}
