import { Fault, type Network, parseNetwork } from '@redalert/core'
import { type Command, dataOption } from '../command.ts'
import { writeLines } from '../io.ts'
import { openBelieved } from '../open-believed.ts'
import { chanceText } from '../chance-text.ts'
import { lived, type LivedHost } from '../lived-host.ts'
import { safeJson } from '../safe-text.ts'

/** `hosts`: the machines that somebody told of. */
export const hosts: Command = {
  usage: 'hosts [ADDRESS|CIDR] --data DIR [--config FILE] [--json]',
  does: 'list the machines that somebody told of, all or those of a network, and how far each may go; and how likely a silent one is clean',
  options: { ...dataOption, config: { type: 'string' }, json: { type: 'boolean' } },
  words: { least: 0, most: 1 },
  async run(given, io) {
    using believed = openBelieved(given, io)
    const [text] = given.words
    const within = text === undefined ? undefined : networkNamed(text)
    const found = believed.store.hosts(within ? { within } : {})
    let count = 0
    const counted = function* (): Generator<string> {
      if (given.options['json'] !== true) yield heading
      for (const row of found) {
        count++
        const host = lived(row, believed)
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

function jsonLine({ requests, ...host }: LivedHost): string {
  return safeJson({
    kind: 'host',
    ...host,
    requests: requests.count,
    ...(!requests.exact && { approximate: true }),
  })
}

const widths = [39, 16, 19, 8, 20, 20, 8, 7, 10, 8, 6, 5] as const
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
  'may',
  'points',
  'clean',
]
const heading = row(names)

function tableLine({
  source,
  family,
  state,
  may,
  points,
  grade,
  first,
  last,
  requests,
  sensors,
  submitters,
  silence,
}: LivedHost): string {
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
    may ?? '-',
    points.toFixed(1),
    typeof silence?.chance === 'number' ? chanceText(silence.chance) : '-',
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
