import type { Address, Cell, Hour, Identity, Instant } from '@redalert/core'
import { instantOfSeconds } from '@redalert/core'

/** An outbreak of Code Red as submitters tell it: the same for the same numbers. */
export type Outbreak = {
  /** The lines of a log in which so many different machines show themselves. */
  readonly log: (number: number, lines: number) => string
  /** Cells of one submitter, of so many different machines. */
  readonly cells: (number: number, count: number) => readonly Cell[]
  readonly source: (host: number) => Address
}

const request = `GET /default.ida?${'N'.repeat(224)}%u9090%u6858%ucbd3%u7801%u9090%u6858%ucbd3%u7801%u9090%u6858%ucbd3%u7801%u9090%u9090%u8190%u00c3%u0003%u8b00%u531b%u53ff%u0078%u0000%u00=a HTTP/1.0`
const start = Date.UTC(2001, 6, 19) / 1000
const hours = 336
const months = ['Jul', 'Aug']

/** So many machines, each told of by many. */
export function outbreak(hosts: number): Outbreak {
  const source = (host: number): Address => {
    // Spread over the address space as a multiplication spreads numbers, and out of the ranges that are nobody's.
    const at = (Math.imul(host + 1, 0x9e3779b1) >>> 0) % 0xb0000000
    return [20 + (at >>> 24), (at >>> 16) & 255, (at >>> 8) & 255, at & 255].join('.') as Address
  }
  const secondOf = (number: number, at: number) =>
    start + (mixed(number, 7) % hours) * 3600 + (mixed(number, at) % 3600)
  const hostOf = (number: number, at: number) => mixed(number * 1013 + at, 3) % hosts
  return {
    source,
    log(number, lines) {
      let text = ''
      for (let at = 0; at < lines; at++) {
        text += line(source(hostOf(number, at)), secondOf(number, at))
      }
      return text
    },
    cells(number, count) {
      const cells = new Map<string, Cell>()
      for (let at = 0; at < count; at++) {
        const from = source(hostOf(number, at))
        const second = secondOf(number, at)
        const instant = instantOfSeconds(second) as Instant
        const identities = Array.from({ length: 1 + (mixed(at, number) % 3) }, (_, index) =>
          identity(number, at * 3 + index),
        )
        cells.set(from, {
          sensor: (number % 10_000).toString(16).padStart(16, '0'),
          source: from,
          mark: 'codered-n-worm',
          hour: instant.slice(0, 13) as Hour,
          clock: 'known',
          identities: identities.toSorted(),
          first: instant,
          last: instant,
          evidence: [{ at: instant, text: line(from, second).trimEnd() }],
          payloadHosts: [],
          ownPayload: false,
        })
      }
      return [...cells.values()]
    },
  }
}

function line(source: string, second: number): string {
  const at = new Date(second * 1000)
  const two = (number: number) => String(number).padStart(2, '0')
  const day = `${two(at.getUTCDate())}/${months[at.getUTCMonth() - 6] ?? 'Sep'}/${at.getUTCFullYear()}`
  const time = `${two(at.getUTCHours())}:${two(at.getUTCMinutes())}:${two(at.getUTCSeconds())}`
  return `${source} - - [${day}:${time} +0000] "${request}" 404 283\n`
}

function identity(one: number, other: number): Identity {
  const high = mixed(one, other).toString(16).padStart(8, '0')
  return `${high}${mixed(other, one + 1)
    .toString(16)
    .padStart(8, '0')}` as Identity
}

/** Two numbers, well mixed, as 32 bits. */
function mixed(one: number, other: number): number {
  let hash = Math.imul(one, 0x85ebca6b) ^ Math.imul(other, 0xc2b2ae35) ^ 0x27d4eb2f
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d)
  hash = Math.imul(hash ^ (hash >>> 12), 0x297a2d39)
  return (hash ^ (hash >>> 15)) >>> 0
}
