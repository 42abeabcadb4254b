import { deepEqual } from 'node:assert/strict'
import { test } from 'node:test'
import type { Cell } from '../model/cell.ts'
import type { Clock } from '../model/entry.ts'
import type { Hour, Instant } from '../model/instant.ts'
import type { Source } from '../model/source.ts'
import { signatures } from '../signatures/index.ts'
import { judge } from './judge.ts'

type Seen = { readonly hour?: number; readonly clock?: Clock; readonly own?: true }

function cell(mark: string, { hour = 13, clock = 'known', own }: Seen = {}): Cell {
  const at = `2001-09-18T${hour}` as Hour
  return {
    sensor: 'www',
    source: '192.0.2.7' as Source,
    mark,
    hour: at,
    clock,
    identities: [],
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
