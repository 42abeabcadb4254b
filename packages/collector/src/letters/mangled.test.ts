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

/** Of the few lines of fixtures one may be a hard one. */
const mayBeLost = existsSync(shared) ? 0.01 : 0.05

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
  test(`${name}: of the requests as programs send them 99 % come back, and none is invented`, async t => {
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
    ok(lost.neat <= neat * mayBeLost, said)
    ok(lost.neat + lost.other <= marking.length / 20, said)
  })

  test(`${name}: all of them in one message`, async t => {
    const lines = marking.flatMap(each => each.lines)
    const expected = keysOf(verifyLines(numbered(lines), verifying).cells.values())
    const found = await cellsIn(mangle(lines))
    const invented = [...found].flatMap(([key, told]) => {
      const known = new Set(expected.get(key)?.split(' '))
      return told.split(' ').flatMap(identity => (known.has(identity) ? [] : [[key, identity]]))
    })
    deepEqual(invented, [])
    const requests = (cells: ReadonlyMap<string, string>) =>
      [...cells.values()].join(' ').split(' ').length
    t.diagnostic(`${requests(found)} of ${requests(expected)} requests`)
    ok(
      requests(found) >= requests(expected) * (1 - 2 * mayBeLost),
      `${requests(found)} of ${requests(expected)}`,
    )
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

for (const name of ['wrapped at blanks, 72', 'folded at 76', 'quoted twice, and wrapped']) {
  test(`${name}: a long letter comes back as a short one does`, async () => {
    const lines = Array.from({ length: 10_000 }, (_, index) => wormLine(index))
    const letter = await readLetter(manglings[name]!(lines))
    equal(
      letter.lines.findIndex(({ text }, index) => text !== lines[index]),
      -1,
    )
    equal(letter.lines.length, lines.length)
  })
}

function wormLine(index: number): string {
  return `192.0.2.${index % 250} - - [19/Jul/2001:16:08:55 +0200] "GET /scripts/..%255c../winnt/system32/cmd.exe?/c+dir+${index} HTTP/1.0" 404 283 "-" "Mozilla/4.0 (compatible; MSIE 6.0; Windows NT 5.1; a name that is long enough to be broken)"`
}

test('nothing is repaired in a letter that nobody mangled', async () => {
  const letter = await readLetter(manglings['plain']!(marking.flatMap(({ lines }) => lines)))
  equal(letter.repairs.size, 0)
})
