import { deepEqual, equal, ok } from 'node:assert/strict'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { gunzipSync } from 'node:zlib'
import { type Cell, type Instant, parseZone, readLine } from '@redalert/core'
import { matcher } from '../verify/matcher.ts'
import { type SentLine, verifyLines } from '../verify/verify-lines.ts'
import { manglings } from './any-mail.ts'
import { readLetter } from './read-letter.ts'
import { isNeat } from './repairs/core-of.ts'

const now = '2026-11-25T00:00:00Z' as Instant
const match = matcher()
const zone = parseZone('+01:00')!
const verifying = { now, profile: 'exercise', context: { zone }, match, sensor: 's' } as const
const root = join(import.meta.dirname, '../../../..')
const shared = join(root, '../shared/data/logs')

/** Real lines that give a mark, with the header that they need. */
const marking = [join(root, 'fixtures/logs'), ...(existsSync(shared) ? [shared] : [])].flatMap(
  markingLines,
)

test('there are real lines to mangle', t => {
  ok(marking.length > 30)
  t.diagnostic(`${marking.length} lines`)
  if (!existsSync(shared)) t.diagnostic('only those of fixtures: ../shared/data is not there')
})

for (const [name, mangle] of Object.entries(manglings)) {
  test(`${name}: of the requests as programs send them 97 % come back, and none is invented`, async t => {
    const lost = { neat: 0, other: 0 }
    for (const { lines, cells, kind } of marking) {
      const found = await cellsIn(mangle(lines))
      const invented = [...found].filter(([key, told]) => cells.get(key) !== told)
      deepEqual(invented, [], `invented from ${lines.join('\n')}`)
      if (found.size !== cells.size) {
        lost[kind]++
        if (kind === 'neat') t.diagnostic(`lost: ${lines.at(-1)?.slice(0, 300)}`)
      }
    }
    const neat = marking.filter(({ kind }) => kind === 'neat').length
    const said = `${lost.neat} of ${neat} lost, and ${lost.other} of ${marking.length - neat} odd ones`
    t.diagnostic(said)
    ok(lost.neat <= (neat * 3) / 100, said)
    ok(lost.neat + lost.other <= marking.length / 20, said)
  })

  test(`${name}: all of them in one message`, async t => {
    const lines = marking.flatMap(each => each.lines)
    const expected = keysOf(verifyLines(numbered(lines), verifying).cells.values())
    const found = await cellsIn(mangle(lines))
    deepEqual(
      [...found].filter(
        ([key, told]) =>
          expected.get(key) !== told &&
          ![...expected].some(([other, all]) => other === key && all.includes(told)),
      ),
      [],
    )
    const requests = (cells: ReadonlyMap<string, string>) =>
      [...cells.values()].join(' ').split(' ').length
    t.diagnostic(`${requests(found)} of ${requests(expected)} requests`)
    ok(requests(found) >= requests(expected) * 0.95, `${requests(found)} of ${requests(expected)}`)
  })
}

async function cellsIn(message: Buffer): Promise<ReadonlyMap<string, string>> {
  const letter = await readLetter(
    Buffer.from(
      message.toString('latin1').replace(/^Subject: .*$/m, 'Subject: FORMAT AUTO TZ +01:00'),
      'latin1',
    ),
  )
  return keysOf(verifyLines(letter.lines, verifying).cells.values())
}

/** What an accusation rests on, and every request of it. */
function keysOf(cells: Iterable<Cell>): ReadonlyMap<string, string> {
  return new Map(
    [...cells].map(({ source, mark, hour, identities }) => [
      `${source} ${mark} ${hour}`,
      identities.join(' '),
    ]),
  )
}

type Marking = {
  readonly lines: readonly string[]
  readonly cells: ReadonlyMap<string, string>
  /** Requests with blanks in them, or without a version, may be put together in two ways; then neither is taken. */
  readonly kind: 'neat' | 'other'
}

function markingLines(folder: string): readonly Marking[] {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(name =>
    /\.(log|txt|json|gz|\d)$|error_log$/.test(name),
  )
  return names.flatMap(name => {
    const bytes = readFileSync(join(folder, name))
    const text = (name.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('latin1')
    let header: readonly string[] = []
    return text.split(/\r?\n/).flatMap(line => {
      if (line.startsWith('#')) header = /^#fields/i.test(line) ? [line] : header
      const lines = line.startsWith('#') ? [] : /^\d{4}-/.test(line) ? [...header, line] : [line]
      const cells = keysOf(verifyLines(numbered(lines), verifying).cells.values())
      return cells.size > 0 ? [{ lines, cells, kind: kindOf(lines) }] : []
    })
  })
}

function kindOf(lines: readonly string[]): Marking['kind'] {
  const [first = '', last = first] = lines
  const above = readLine(first, { zone })
  const header = above.kind === 'header' ? { header: above.header } : {}
  const reading = readLine(last, { zone, ...header })
  return reading.kind === 'entry' && isNeat(reading) ? 'neat' : 'other'
}

function numbered(lines: readonly string[]): readonly SentLine[] {
  return lines.map((text, index) => ({ number: index + 1, text }))
}

test('nothing is repaired in a letter that nobody mangled', async () => {
  const letter = await readLetter(manglings['plain']!(marking.flatMap(({ lines }) => lines)))
  equal(letter.repairs.size, 0)
})
