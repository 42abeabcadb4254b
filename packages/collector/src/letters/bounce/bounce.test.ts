import { deepEqual, ok } from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import type { Heard } from '../answer/heard.ts'
import { bounceAddress, someOurs } from '../any-ours.ts'
import { listen } from '../listen.ts'

const folder = join(import.meta.dirname, '../../../../../../shared/data/mail')
const skip = existsSync(folder) ? false : '../shared/data/mail is not there'

/** A mail of the corpus, and what its file name and the table beside it say that it is. */
type Known = {
  readonly file: string
  readonly is: 'bounce' | 'complaint' | 'automatic' | 'other'
  readonly status: string
  readonly heard: Heard
}

// Sisimai's own names are the truth of what each mail is: the table calls some bounces automatic, for their headers say so.
const kinds: readonly (readonly [string, Known['is']])[] = [
  ['sisimai-arf-26', 'automatic'],
  ['sisimai-arf-', 'complaint'],
  ['sisimai-mac-arf-', 'complaint'],
  ['mimekit-messages-feedback-report', 'complaint'],
  ['sisimai-rfc3834-', 'automatic'],
  ['sisimai-dos-rfc3834-', 'automatic'],
  ['sisimai-', 'bounce'],
  ['mimekit-messages-bounce', 'bounce'],
  ['mimekit-messages-delivery-status', 'bounce'],
]

const table = new Map(
  (skip ? '' : readFileSync(join(folder, 'TRUTH.tsv'), 'utf8'))
    .split('\n')
    .map(line => line.split('\t'))
    .map(([file = '', , , , , , , status = '']) => [file, status] as const),
)
const known: Known[] = []
for (const file of skip ? [] : readdirSync(folder).filter(name => name.endsWith('.eml'))) {
  known.push({
    file,
    is: kinds.find(([start]) => file.startsWith(start))?.[1] ?? 'other',
    status: table.get(file) ?? '',
    heard: await listen(
      readFileSync(join(folder, file)),
      { from: undefined, to: [bounceAddress] },
      someOurs,
    ),
  })
}
const bounces = known.filter(({ is }) => is === 'bounce')
const isReport = ({ heard }: Known) => heard.kind === 'bounce' || heard.kind === 'delayed'
const isHard = ({ heard }: Known) => heard.kind === 'bounce' && heard.how === 'hard'

/** What a code says by itself (RFC 3463); `4.1.1` and `x.0.0` say too little. */
const codes: readonly (readonly [RegExp, 'hard' | 'not hard'])[] = [
  [/^5\.(?:1\.[12]|1\.10|2\.1|4\.4)$/, 'hard'],
  [/^(?:4\.[2-7]\.\d|[45]\.2\.[23]|[45]\.3\.4|5\.7\.\d|5\.1\.8)$/, 'not hard'],
]

test('of the bounces of the corpus at least 95 of 100 are recognised', { skip }, () => {
  ok(bounces.length >= 95, `only ${bounces.length} bounces are there`)
  const missed = bounces.filter(each => !isReport(each)).map(({ file }) => file)
  ok(missed.length <= bounces.length * 0.05, `not recognised: ${missed.join(', ')}`)
})

test('at least 90 of 100 are hard or not as their code says', { skip }, t => {
  const judged = bounces.flatMap(each => {
    const said = codes.find(([pattern]) => pattern.test(each.status))?.[1]
    return said && isReport(each) ? [{ ...each, said }] : []
  })
  ok(judged.length >= 30, `only ${judged.length} have a telling code`)
  const wrong = judged.filter(each => isHard(each) !== (each.said === 'hard'))
  t.diagnostic(`${judged.length - wrong.length} of ${judged.length} as their code says`)
  ok(
    wrong.length <= judged.length * 0.1,
    `wrong: ${wrong.map(({ file, said }) => `${file} is ${said}`).join(', ')}`,
  )
})

test(
  'automatic answers, complaints and mails of people are told apart, and none is a bounce',
  { skip },
  () => {
    const others = known.filter(({ is }) => is !== 'bounce')
    ok(others.length >= 30, `only ${others.length} are there`)
    deepEqual(
      others.filter(isReport).map(({ file }) => file),
      [],
    )
    const wrong = others.filter(({ is, heard }) => is !== 'other' && heard.kind !== is)
    deepEqual(
      wrong.map(({ file }) => file),
      [],
    )
    const complaining = others.filter(
      ({ is, heard }) => is === 'other' && heard.kind === 'complaint',
    )
    deepEqual(
      complaining.map(({ file }) => file),
      [],
    )
  },
)

test(
  'a mail server that returned our mail forged by others tells us nothing',
  { skip },
  async () => {
    for (const { file } of bounces.slice(0, 30)) {
      const raw = readFileSync(join(folder, file))
      const { kind } = await listen(raw, { from: '', to: ['notify@notices.example.org'] }, someOurs)
      ok(kind === 'unrelated', `${file} is ${kind}`)
    }
  },
)

const perl = String.raw`
use Sisimai;
for my $file (@ARGV) {
  my $all = eval { Sisimai->make($file, 'delivered' => 1, 'vacation' => 1) };
  my $first = $all ? $$all[0] : undef;
  print join("\t", $file, $first ? ($first->reason, $first->softbounce) : ('', '')), "\n";
}`
const hasSisimai = spawnSync('perl', ['-MSisimai', '-e', '1']).status === 0
const noSisimai = skip || (hasSisimai ? false : "Debian's libsisimai-perl is not installed")

/** What Sisimai calls soft where the mail server said that there is no such mailbox, or where it did not know. */
const undecided = new Set(['filtered', 'suspend', 'onhold'])

test('Sisimai recognises no more bounces, and judges nine of ten alike', { skip: noSisimai }, t => {
  const files = bounces.map(({ file }) => file)
  const run = spawnSync('perl', ['-e', perl, ...files], { cwd: folder, encoding: 'utf8' })
  const theirs = new Map(
    run.stdout
      .trim()
      .split('\n')
      .map(line => line.split('\t'))
      .map(([file = '', reason = '', soft = '']) => [file, { reason, soft }] as const),
  )
  const seen = bounces.filter(({ file }) => theirs.get(file)?.reason)
  ok(seen.length >= 85, `Sisimai recognised only ${seen.length}: ${run.stderr.slice(0, 500)}`)
  ok(bounces.filter(isReport).length >= seen.length * 0.95)
  const judged = seen.filter(
    each => isReport(each) && !undecided.has(theirs.get(each.file)?.reason ?? ''),
  )
  const alike = judged.filter(each => isHard(each) === (theirs.get(each.file)?.soft === '0'))
  t.diagnostic(
    `of ${bounces.length} bounces Sisimai saw ${seen.length}, we saw ${bounces.filter(isReport).length}; alike in ${alike.length} of ${judged.length}`,
  )
  ok(alike.length >= judged.length * 0.9, `alike in ${alike.length} of ${judged.length} only`)
})
