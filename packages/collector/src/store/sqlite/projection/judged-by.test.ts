import { deepEqual, equal } from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { type Families, familiesWith, knownFamilies, type Source } from '@redalert/core'
import { claws } from '../../../appeal/any-family.ts'
import { emptyAccount } from '../../../told/empty-account.ts'
import { packCells } from '../../../told/pack-cells.ts'
import { openTables } from './open-tables.ts'
import { projectionWriter } from './projection-writer.ts'
import { readProjection } from './read-projection.ts'

const folder = mkdtempSync(join(tmpdir(), 'redalert-judged-'))
after(() => rmSync(folder, { recursive: true }))
let count = 0

const told = (mark: string) => ({
  account: emptyAccount('cell'),
  coverage: [],
  cells: packCells([
    {
      sensor: 'www',
      source: '192.0.2.7' as Source,
      mark,
      hour: '2001-07-19T14' as never,
      clock: 'known',
      identities: ['0123456789abcdef' as never],
      first: '2001-07-19T14:08:00Z' as never,
      last: '2001-07-19T14:08:00Z' as never,
      evidence: [],
      payloadHosts: [],
      ownPayload: false,
    },
  ]),
})

/** A projection in which a source showed a mark; what was judged of it is then spoilt, so that it shows whether it is judged again. */
async function spoilt(mark: string, families: Families): Promise<string> {
  const file = join(folder, `${count++}.db`)
  const writer = projectionWriter(file, () => families)
  await writer.apply([{ sequence: 1, submitter: 'alice', told: told(mark) }])
  await writer.close()
  const { database } = openTables(file, families)
  database.exec('UPDATE hosts SET grade = 0, first = 0')
  database.close()
  return file
}

function isJudgedAnew(file: string, families: Families): boolean {
  openTables(file, families).database.close()
  const reader = readProjection(file)
  const [host] = [...reader.hosts({})]
  reader.close()
  return host?.first !== '1970-01-01T00:00:00Z'
}

const withClaws = familiesWith([claws])
/** Claims a mark that another family holds. */
const sharing = familiesWith([
  {
    ...claws,
    shares: ['codered-n-run'],
    proves: [{ grade: 'likely', any: ['codered-n-run'], because: 'it does' }, ...claws.proves],
  },
])

test('a new family whose marks nobody ever showed lets all stand as it was judged', async () => {
  const file = await spoilt('codered-n-run', knownFamilies)
  equal(isJudgedAnew(file, withClaws), false)
  equal(isJudgedAnew(file, knownFamilies), false, 'nor when it goes')
})

for (const [what, mark, before, now] of [
  ['a new family claims a mark that was shown', 'codered-n-run', knownFamilies, sharing],
  ['a family goes by which a source was judged', 'claws-run', withClaws, knownFamilies],
  ['it was by a line that was cut off', 'claws-run~cut', withClaws, knownFamilies],
  [
    'another version knows its own families',
    'codered-n-run',
    { ...knownFamilies, version: '2001.7.19' },
    knownFamilies,
  ],
] as const) {
  test(`all is judged again when ${what}`, async () => {
    const file = await spoilt(mark, before)
    const reader = readProjection(file)
    const spoiltHosts = [...reader.hosts({})]
    reader.close()
    equal(isJudgedAnew(file, before), false)
    openTables(file, now).database.close()
    const again = readProjection(file)
    const hosts = [...again.hosts({})]
    again.close()
    equal(isDifferent(spoiltHosts, hosts), true)
  })
}

test('a writer notices by itself that other families are known', async () => {
  const file = join(folder, `${count++}.db`)
  let families: Families = knownFamilies
  const writer = projectionWriter(file, () => families)
  await writer.apply([{ sequence: 1, submitter: 'alice', told: told('claws-run') }])
  const hosts = () => {
    const reader = readProjection(file)
    const found = [...reader.hosts({})].map(({ family }) => family)
    reader.close()
    return found
  }
  deepEqual(hosts(), [])
  families = withClaws
  await writer.apply([{ sequence: 2, submitter: 'bob', told: told('claws-run') }])
  deepEqual(hosts(), ['claws'])
  families = knownFamilies
  await writer.apply([{ sequence: 3, submitter: 'carol', told: told('claws-run') }])
  deepEqual(hosts(), [])
  await writer.close()
})

function isDifferent(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) !== JSON.stringify(other)
}
