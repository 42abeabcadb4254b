import { deepEqual, ok } from 'node:assert/strict'
import { test } from 'node:test'
import type { Cell } from '../model/cell.ts'
import type { Clock } from '../model/entry.ts'
import type { Identity } from '../model/identity.ts'
import type { Hour, Instant } from '../model/instant.ts'
import type { Source } from '../model/source.ts'
import { signatures } from '../signatures/index.ts'
import { judge } from './judge.ts'
import { sight } from './sight.ts'

type Seen = {
  readonly hour?: number
  readonly clock?: Clock
  readonly own?: true
  readonly requests?: readonly string[]
  readonly source?: string
}

function cell(mark: string, seen: Seen = {}): Cell {
  const { hour = 13, clock = 'known', own, requests = [], source = '192.0.2.7' } = seen
  const at = `2001-09-18T${hour}` as Hour
  return {
    sensor: 'www',
    source: source as Source,
    mark,
    hour: at,
    clock,
    identities: requests.toSorted() as readonly string[] as readonly Identity[],
    first: `${at}:00:00Z` as Instant,
    last: `${at}:00:00Z` as Instant,
    evidence: [],
    payloadHosts: [],
    ownPayload: own ?? false,
  }
}

function cells(marks: readonly string[], seen?: Seen): readonly Cell[] {
  return marks.map(mark => cell(mark, seen))
}

const four = ['nimda-scripts-root', 'nimda-msadc-root', 'nimda-c', 'nimda-d']
const fourMissing = [
  'nimda-missing-c',
  'nimda-missing-d',
  'nimda-missing-vti-bin',
  'nimda-missing-mem-bin',
]

const table: readonly (readonly [
  what: string,
  cells: readonly Cell[],
  verdicts: readonly string[],
])[] = [
  ['nothing is nothing', [], []],
  ['an unknown mark is nothing', cells(['somebody-elses']), []],
  ['the whole worm', cells(['codered-n-worm']), ['codered-n infected']],
  [
    'the whole worm beside its parts is one row',
    cells(['codered-n-worm', 'default-ida']),
    ['codered-n infected'],
  ],
  ['a part of the worm', cells(['codered-n-run']), ['codered-n probe']],
  ['a line cut inside the worm', cells(['codered-x-worm~cut']), ['codered-x probe']],
  [
    'two worms of one source',
    cells(['codered-x-worm', 'codered-n-worm']),
    ['codered-n infected', 'codered-x infected'],
  ],
  ['five doors in one hour', cells([...four, 'nimda-scripts']), ['nimda infected']],
  ['four doors', cells(four), ['root-exe probe']],
  [
    'one door often',
    cells(['nimda-c', 'nimda-c', 'nimda-c', 'nimda-c', 'nimda-c']),
    ['root-exe probe'],
  ],
  [
    'a proof cut off beside what proves nothing',
    cells(['nimda-tftp~cut', 'nimda-missing-c']),
    ['nimda probe'],
  ],
  ['a door cut off', cells(['nimda-c~cut']), ['root-exe probe']],
  [
    'five doors in adjoining hours',
    [...cells(four), cell('nimda-scripts', { hour: 14 })],
    ['nimda infected'],
  ],
  [
    'five doors in hours apart',
    [...cells(four), cell('nimda-scripts', { hour: 15 })],
    ['root-exe probe'],
  ],
  [
    'five doors of two clocks',
    [...cells(four), cell('nimda-scripts', { clock: 'assumed' })],
    ['root-exe probe'],
  ],
  [
    'five doors of an assumed clock',
    cells([...four, 'nimda-scripts'], { clock: 'assumed' }),
    ['nimda infected'],
  ],
  ['one missing folder makes no row', cells(['nimda-missing-c']), []],
  ['four missing folders make no row', cells(fourMissing), []],
  ['five missing folders', cells([...fourMissing, 'nimda-missing-msadc']), ['nimda infected']],
  [
    'one request in two logs counts once',
    cells([...four, 'nimda-missing-c', 'nimda-missing-msadc']),
    ['root-exe probe'],
  ],
  [
    'a folder that is missing as a whole counts once',
    cells([...fourMissing, 'nimda-missing-scripts', 'nimda-missing-scripts-root']),
    ['nimda infected'],
  ],
  [
    'two names of one missing door count once',
    cells([...fourMissing.slice(1), 'nimda-missing-scripts', 'nimda-missing-scripts-root']),
    ['root-exe probe'],
  ],
  [
    'a probe after the infection is no second row',
    [...cells([...four, 'nimda-scripts']), cell('nimda-c', { hour: 20 })],
    ['nimda infected'],
  ],
  [
    'other families keep their own',
    cells([...four, 'nimda-scripts', 'iis-root-exe']),
    ['nimda infected', 'root-exe probe'],
  ],
  ['its own payload', cells(['nimda-tftp'], { own: true }), ['nimda infected']],
  ['a payload from elsewhere', cells(['nimda-tftp']), ['nimda likely']],
  ['its own payload by any family', cells(['iis-cmd-exe'], { own: true }), ['root-exe infected']],
  [
    'the stronger row comes first',
    cells(['iis-cmd-exe', 'webdav-search-overflow', 'codered-x-worm']),
    ['codered-x infected', 'webdav-search likely', 'root-exe probe'],
  ],
  ['a bot with its program', cells(['jaws-run']), ['jaws likely']],
  ['a bot with its program from itself', cells(['jaws-run'], { own: true }), ['jaws infected']],
  ['a fetch that runs nothing', cells(['jaws-fetch']), ['jaws probe']],
  ['a fetch of its own that runs nothing', cells(['jaws-fetch'], { own: true }), ['jaws infected']],
  ['a path alone', cells(['gpon-path']), ['gpon probe']],
  [
    'paths of many families',
    cells(['gpon-path', 'hnap-post', 'huawei-hg532-path']),
    ['gpon probe', 'hnap probe', 'huawei-hg532 probe'],
  ],
  ['the two pages of TheMoon', cells(['themoon-unblock', 'hnap-get']), ['themoon probe']],
  ['one page of TheMoon', cells(['hnap-get']), ['hnap probe']],
  ['a line cut inside the program', cells(['jaws-run~cut']), ['jaws probe']],
  [
    'payloads for two kinds of device',
    cells(['jaws-fetch', 'tbk-dvr-fetch']),
    ['jaws likely', 'tbk-dvr likely'],
  ],
  [
    'payloads for three kinds of device',
    cells(['jaws-fetch', 'tbk-dvr-fetch', 'draytek-fetch']),
    ['jaws likely', 'tbk-dvr likely', 'draytek likely'],
  ],
  [
    'programs for many kinds of device are never more than likely',
    cells(['jaws-run', 'tbk-dvr-run', 'draytek-run', 'zeroshell-run', 'zyxel-zhttpd-run']),
    ['jaws likely', 'tbk-dvr likely', 'zyxel-zhttpd likely', 'zeroshell likely', 'draytek likely'],
  ],
  [
    'payloads for two kinds of device in adjoining hours',
    [...cells(['jaws-fetch']), cell('tbk-dvr-fetch', { hour: 14 })],
    ['jaws likely', 'tbk-dvr likely'],
  ],
  [
    'payloads for two kinds of device in hours apart',
    [...cells(['jaws-fetch']), cell('tbk-dvr-fetch', { hour: 15 })],
    ['jaws probe', 'tbk-dvr probe'],
  ],
  [
    'payloads for two kinds of device of two clocks',
    [...cells(['jaws-fetch']), cell('tbk-dvr-fetch', { clock: 'assumed' })],
    ['jaws probe', 'tbk-dvr probe'],
  ],
  [
    'a payload for one kind of device, often',
    cells(['jaws-fetch', 'jaws-fetch', 'jaws-path']),
    ['jaws probe'],
  ],
  [
    'a payload for one and the path of another',
    cells(['jaws-fetch', 'tbk-dvr-path']),
    ['jaws probe', 'tbk-dvr probe'],
  ],
  [
    'a payload for one and a line of another cut off',
    cells(['jaws-fetch', 'tbk-dvr-fetch~cut']),
    ['jaws probe', 'tbk-dvr probe'],
  ],
  [
    'a server is no device',
    cells(['jaws-fetch', 'thinkphp-fetch']),
    ['jaws probe', 'thinkphp probe'],
  ],
  [
    'two servers are no devices',
    cells(['thinkphp-fetch', 'php-cgi-remote', 'shellshock-agent']),
    ['thinkphp probe', 'shellshock probe', 'php-cgi probe'],
  ],
  [
    'a known scanner',
    [cell('hnap-get', { requests: ['a'] }), cell('scanner-agent', { requests: ['a'] })],
    ['hnap probe'],
  ],
  [
    'a known scanner with a program',
    [
      cell('jaws-run', { requests: ['a', 'b'] }),
      cell('scanner-agent', { requests: ['a', 'b', 'c'] }),
    ],
    ['jaws probe'],
  ],
  [
    'a scanner and a bot behind one address',
    [cell('jaws-run', { requests: ['a', 'b'] }), cell('scanner-agent', { requests: ['b'] })],
    ['jaws likely'],
  ],
  [
    'a scanner in another hour',
    [cell('jaws-run', { requests: ['a'] }), cell('scanner-agent', { requests: ['a'], hour: 15 })],
    ['jaws likely'],
  ],
  [
    'a scanner that hands out the program itself',
    [cell('jaws-run', { requests: ['a'], own: true }), cell('scanner-agent', { requests: ['a'] })],
    ['jaws infected'],
  ],
  [
    'a scanner by its name',
    [cell('jaws-run', { source: 'battery.census.shodan.io' })],
    ['jaws probe'],
  ],
  [
    'a name that only looks like it',
    [cell('jaws-run', { source: 'shodan.io.example.org' })],
    ['jaws likely'],
  ],
  ['an agent alone is nothing', cells(['scanner-agent']), []],
]

for (const [what, seen, verdicts] of table) {
  test(`${what}: ${verdicts.join(', ') || 'no row'}`, () => {
    deepEqual(
      judge(seen, signatures).map(({ family, grade }) => `${family.id} ${grade}`),
      verdicts,
    )
  })
}

test('the order of cells does not matter', () => {
  const seen = cells([...four, 'nimda-scripts', 'iis-root-exe', 'codered-n-worm'])
  const rows = (some: readonly Cell[]) =>
    judge(some, signatures).map(({ family, reason }) => [family.id, reason])
  deepEqual(rows(seen.toReversed()), rows(seen))
})

test('a row of a known scanner is set apart, with the cells that say so', () => {
  const seen = [
    cell('hnap-get', { requests: ['a'] }),
    cell('scanner-agent', { requests: ['a', 'b'] }),
  ]
  const [row] = sight(seen, signatures, null)
  deepEqual(
    [row?.setApart, row?.requests.count, row?.cells.map(({ mark }) => mark)],
    ['scanner', 1, ['hnap-get', 'scanner-agent']],
  )
})

test("a known scanner on one's own machine is one's own, and a named one is a scanner", () => {
  const seen = [cell('hnap-get', { requests: ['a'] }), cell('scanner-agent', { requests: ['a'] })]
  deepEqual(sight(seen, signatures, 'mine')[0]?.setApart, 'mine')
  deepEqual(sight(seen, signatures, 'name')[0]?.setApart, 'scanner')
})

test('the kinds of device are told in the reason', () => {
  const [row] = judge(cells(['jaws-fetch', 'tbk-dvr-fetch']), signatures)
  ok(row?.reason.includes('MVPower video recorder; TBK video recorder'))
})

test('of more requests than a cell keeps, those that are kept decide', () => {
  const ids = Array.from({ length: 64 }, (_, index) => `a${String(index).padStart(3, '0')}`)
  const scanner = cell('scanner-agent', { requests: ids })
  const verdict = (requests: readonly string[]) =>
    judge([cell('jaws-run', { requests }), scanner], signatures)[0]?.grade
  deepEqual(verdict(['a001', 'b']), 'probe')
  deepEqual(verdict(['a001', 'a0015']), 'likely')
})
