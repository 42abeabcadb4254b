import {
  type Address,
  addCell,
  type Cell,
  type Hour,
  type Identity,
  type Instant,
  instantOfSeconds,
  mergeCells,
} from '@redalert/core'
import fc from 'fast-check'

const plain = { noNullPrototype: true }
const codered = `/default.ida?${'N'.repeat(224)}%u9090%u6858%ucbd3%u7801`

const sources = [
  '192.0.2.7',
  '192.0.2.8',
  '198.51.100.200',
  '203.0.113.255',
  '2001:db8::7',
] as Address[]
const marks = ['codered-n-worm', 'codered-x-worm', 'nimda-c', 'nimda-d', 'nimda-scripts-root']

/** One request of a few sources, so that cells meet. */
const request = fc.record(
  {
    sensor: fc.constantFrom('0123456789abcdef', 'fedcba9876543210'),
    source: fc.constantFrom(...sources),
    mark: fc.constantFrom(...marks),
    second: fc.integer({ min: 995_500_000, max: 995_520_000 }),
    tail: fc.constantFrom(
      '" 404 283',
      '" 404 283 "-" "-"',
      '" 200 5 "-" "Mozilla/4.0 (compatible; MSIE 5.5; \xff)"',
    ),
    header: fc.constantFrom(
      '',
      '#Fields: date time c-ip cs-method cs-uri-stem cs-uri-query sc-status\n',
    ),
    host: fc.constantFrom('', '192.0.2.99', 'h\xe9.example.org'),
    ownPayload: fc.boolean(),
  },
  plain,
)

/** A cell as some requests of one source, mark, sensor and hour make it. */
export const anyCell: fc.Arbitrary<Cell> = fc
  .tuple(request, fc.array(fc.integer({ min: 0, max: 3599 }), { minLength: 1, maxLength: 80 }))
  .map(([{ second, ...rest }, seconds]) => {
    const start = second - (second % 3600)
    return seconds.map(offset => one({ ...rest, second: start + offset })).reduce(mergeCells)
  })

/** Cells, each key once. */
export const anyCells: fc.Arbitrary<readonly Cell[]> = fc
  .array(anyCell, { maxLength: 12 })
  .map(cells => {
    const table = new Map<string, Cell>()
    for (const cell of cells) addCell(table, cell)
    return [...table.values()]
  })

type Request = {
  sensor: string
  source: Address
  mark: string
  second: number
  tail: string
  header: string
  host: string
  ownPayload: boolean
}

function one({ sensor, source, mark, second, tail, header, host, ownPayload }: Request): Cell {
  const at = instantOfSeconds(second) as Instant
  const identity = (BigInt(second) * 0x9e3779b97f4a7c15n) & 0xffffffffffffffffn
  return {
    sensor,
    source,
    mark,
    hour: at.slice(0, 13) as Hour,
    clock: 'known',
    identities: [identity.toString(16).padStart(16, '0') as Identity],
    first: at,
    last: at,
    evidence: [{ at, text: `${header}${source} - - [${at}] "GET ${codered} HTTP/1.0${tail}` }],
    payloadHosts: host === '' ? [] : [host],
    ownPayload,
  }
}
