import { deepEqual, doesNotMatch, equal, match, ok } from 'node:assert/strict'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { flagName } from '../flags/flag.ts'
import type { scanFlags } from '../flags/commands/scan-flags.ts'
import { ownWorm } from './own-worm.ts'
import { findings, folderOf, type Ran, redalert } from './program.ts'
import { backDoor, codeRed, codeRedTarget, line, visitor } from './sample-lines.ts'

const folder = folderOf({
  'access.log': [
    codeRed('192.0.2.7'),
    visitor,
    codeRed('198.51.100.9', { time: '21/Jul/2001:10:00:00 +0000' }),
    backDoor,
  ].join(''),
  'probe.log': backDoor,
  'own-worm.log': line('192.0.2.7', 'GET /own.worm HTTP/1.0'),
  'families/own-worm.json': JSON.stringify(ownWorm),
  'broken.log': `nobody reads this\n${codeRed('192.0.2.7')}`,
  'local.log': `192.0.2.7, -, 7/19/01, 16:55:47, W3SVC1, SRV, 198.51.100.7, 10, 389, 3405, 404, 2, GET, ${codeRedTarget.replace('?', ', ')},\n`,
  'proxied.log': codeRed('192.0.2.1', { tail: '"-" "-" "198.51.100.9"' }),
  'own.log': `19.07.2001 16:08:55 | 192.0.2.7 | GET ${codeRedTarget} HTTP/1.0\n`,
  'apache.log': `192.0.2.7 [19/Jul/2001:16:08:55 +0200] 283 "GET ${codeRedTarget} HTTP/1.0"\n`,
  'private.log': line('192.0.2.7', `GET ${codeRedTarget} HTTP/1.0`, {
    tail: '"http://www.example.org/secret" "-"',
  }),
  'ex010612.log':
    '#Fields: date time c-ip cs-method cs-uri-stem\n2001-06-12 10:00:00 192.0.2.8 GET /\n',
})
const run = (...words: readonly string[]) => redalert(folder, words)
const rows = (ran: Ran) =>
  findings(ran, 'sighting').map(({ source, family, setApart }) =>
    [source, family, ...(setApart ? [setApart] : [])].join(' '),
  )
const json = (...words: readonly string[]) => run('--json', ...words)

/** For each flag, what it changes in the real program. */
const shown: Readonly<Record<keyof typeof scanFlags, () => void>> = {
  format() {
    const own = '%h [%{%d/%b/%Y:%H:%M:%S %z}t] %b "%r"'
    equal(findings(json('apache.log'), 'summary')[0].unread, 1)
    deepEqual(rows(json('apache.log', '--format', own)), ['192.0.2.7 codered-n'])
    equal(findings(json('access.log', '--format', 'apache-error'), 'summary')[0].unread, 4)
    deepEqual(run('--format', 'comon', 'access.log'), {
      code: 2,
      out: '',
      told: 'redalert: --format: comon is not known: did you mean common?\n',
    })
  },
  zone() {
    const [assumed] = findings(json('local.log'), 'sighting')
    deepEqual([assumed.clock, assumed.first], ['assumed', '2001-07-19T16:55:47Z'])
    const ran = json('local.log', '--zone', 'America/New_York')
    const [known] = findings(ran, 'sighting')
    deepEqual([known.clock, known.first], ['known', '2001-07-19T20:55:47Z'])
    equal(findings(ran, 'redalert')[0].zone, 'America/New_York')
  },
  threads() {
    const summary = (...words: readonly string[]) =>
      findings(json('access.log', ...words), 'summary').map(({ lines, matched }) => [
        lines,
        matched,
      ])
    deepEqual(summary('--threads', '2'), summary('--threads', '1'))
    match(json('access.log', '--threads', '0').told, /no whole number from 1 to 256/)
  },
  sensor() {
    equal(findings(json('access.log'), 'redalert')[0].sensor, hostname())
    const ran = json('access.log', '--sensor', 'www')
    deepEqual(
      [...findings(ran, 'redalert'), ...findings(ran, 'coverage')].map(({ sensor }) => sensor),
      ['www', 'www'],
    )
    equal(findings(ran, 'sighting')[0].cells[0].sensor, 'www')
  },
  resume() {
    const words = ['access.log', '--resume', 'scan.state']
    deepEqual(rows(json(...words)), rows(json('access.log')))
    equal(existsSync(join(folder, 'scan.state')), false)
    equal(json(...words, 'none.log').code, 2)
    match(json(...words).out, /1 of 1 parts of the logs were read before/)
    equal(existsSync(join(folder, 'scan.state')), false)
    deepEqual(
      run('access.log', '--resume', 'probe.log').told,
      'redalert: probe.log is not what --resume writes: name a file that is not there yet\n',
    )
    match(run('access.log', '--resume', 'none/scan.state').told, /its folder does not exist/)
  },
  merge() {
    const [one, other] = ['web1', 'web2'].map(name => json('access.log', '--sensor', name).out)
    writeFileSync(join(folder, 'web1.json'), one ?? '')
    writeFileSync(join(folder, 'web2.json'), other ?? '')
    const ran = json('--merge', 'web1.json', 'web2.json')
    deepEqual(rows(ran), rows(json('access.log')))
    deepEqual(findings(ran, 'sighting')[0].files, ['web1:access.log', 'web2:access.log'])
    deepEqual(run('--merge', '--client-from', 'X', '--trusted-proxy', '192.0.2.1', 'web1.json'), {
      code: 2,
      out: '',
      told: 'redalert: --client-from says how logs are read, and with --merge none are: give it to each scan\n',
    })
    equal(run('--merge', 'access.log').code, 2)
  },
  clientFrom() {
    const words = ['--client-from', 'X-Forwarded-For', '--trusted-proxy', '192.0.2.1']
    deepEqual(rows(json('proxied.log', ...words)), ['198.51.100.9 codered-n'])
    deepEqual(rows(json('access.log', ...words)), rows(json('access.log')))
    equal(run('proxied.log', '--client-from', 'X-Forwarded-For').code, 2)
  },
  trustedProxy() {
    const ran = json('proxied.log', '--trusted-proxy', '192.0.2.0/24')
    deepEqual(rows(ran), ['192.0.2.1 codered-n proxy'])
    equal(ran.code, 1)
  },
  scanner() {
    const known = ['--scanner', '192.0.2.0/24', '--scanner', '198.51.100.9']
    const ran = json('access.log', ...known)
    deepEqual(rows(ran), [
      '192.0.2.7 codered-n scanner',
      '198.51.100.9 codered-n scanner',
      '203.0.113.5 root-exe',
    ])
    equal(ran.code, 1)
  },
  mine() {
    const { out } = run('access.log', '--mine', '198.51.100.0/24,203.0.113.5')
    ok(out.startsWith('Your machines\n'))
    ok(out.indexOf('198.51.100.9') < out.indexOf('192.0.2.7'))
    match(out, /3 machines: 2 infected, 1 probing, 2 of them yours\./)
  },
  listens() {
    equal(findings(json('access.log'), 'coverage')[0].listens, null)
    const ran = json('access.log', '--listens', '192.0.2.80', '--listens', '2001:DB8::80')
    deepEqual(findings(ran, 'coverage')[0].listens, ['192.0.2.80', '2001:db8::80'])
  },
  family() {
    deepEqual(rows(json('access.log', '--family', 'root-exe')), ['203.0.113.5 root-exe'])
  },
  signatures() {
    deepEqual(rows(json('own-worm.log')), [])
    const ran = json('own-worm.log', '--signatures', 'families')
    deepEqual(rows(ran), ['192.0.2.7 own-worm'])
    match(findings(ran, 'redalert')[0].signatures, /^\d[\d.]+\+[0-9a-f]{8}$/)
    deepEqual(rows(json('own-worm.log', '--signatures', 'families', '--family', 'own-worm')), [
      '192.0.2.7 own-worm',
    ])
    equal(run('own-worm.log', '--family', 'own-worm').code, 2)
  },
  since() {
    deepEqual(rows(json('access.log', '--since', '2001-07-21')), ['198.51.100.9 codered-n'])
    const { told, out } = run('ex010612.log', 'access.log', '--since', '2001-07-01')
    equal(
      told,
      'redalert: note: ex010612.log was not opened: nothing in it can be of the time asked for\n',
    )
    match(out, /4 lines of 1 file /)
  },
  until() {
    deepEqual(rows(json('access.log', '--until', '2001-07-20')), [
      '192.0.2.7 codered-n',
      '203.0.113.5 root-exe',
    ])
  },
  minGrade() {
    const ran = json('access.log', '--min-grade', 'infected')
    deepEqual(rows(ran), ['192.0.2.7 codered-n', '198.51.100.9 codered-n'])
    equal(run('probe.log').code, 1)
    equal(run('probe.log', '--min-grade', 'probe').code, 0)
  },
  json() {
    deepEqual(
      findings(json('probe.log')).map(({ kind }) => kind),
      ['redalert', 'answered', 'sighting', 'coverage', 'summary'],
    )
  },
  csv() {
    const { out } = run('access.log', '--csv')
    match(out, /^source,family,hole,grade,.*\r\n192\.0\.2\.7,codered-n,CVE-2001-0500,infected,/)
    equal(out.split('\r\n').length, 5)
  },
  only() {
    equal(run('access.log', '--only', 'source').out, '192.0.2.7\n198.51.100.9\n203.0.113.5\n')
    equal(run('access.log', '--only', 'family').out, 'codered-n\nroot-exe\n')
    equal(run('access.log', '--only', 'file').out, 'access.log\n')
  },
  count() {
    deepEqual(run('-c', 'access.log'), { code: 0, out: '2\n', told: '' })
    equal(run('--count', 'access.log', '--min-grade', 'probe').out, '3\n')
  },
  quiet() {
    deepEqual(run('-q', 'access.log'), { code: 0, out: '', told: '' })
    deepEqual(run('-q', 'probe.log'), { code: 1, out: '', told: '' })
    match(run('-q', 'none.log').told, /no such file: none\.log/)
    equal(run('-q', 'access.log', '-o', 'a.txt').code, 2)
  },
  output() {
    deepEqual(run('--json', '-o', 'report.json', 'access.log'), { code: 0, out: '', told: '' })
    const text = readFileSync(join(folder, 'report.json'), 'utf8')
    equal(findings({ code: 0, out: text, told: '' }).at(-1).kind, 'summary')
    const before = readFileSync(join(folder, 'access.log'), 'utf8')
    deepEqual(run('-o', './access.log', 'access.log'), {
      code: 2,
      out: '',
      told: 'redalert: ./access.log is one of the logs: write to another file\n',
    })
    equal(readFileSync(join(folder, 'access.log'), 'utf8'), before)
  },
  unread() {
    const { out } = run('broken.log', '--unread')
    ok(out.startsWith('broken.log:1: no known format fits it\n\n'))
    deepEqual(findings(json('broken.log', '--unread'), 'unread'), [
      { kind: 'unread', file: 'broken.log', line: 1, reason: 'no known format fits it' },
    ])
    equal(run('broken.log', '--unread', '-c').told, 'broken.log:1: no known format fits it\n')
    match(run('broken.log').out, /1 line could not be read: --unread shows which, and why\./)
  },
  raw() {
    const evidence = (...words: readonly string[]) =>
      findings(json('private.log', ...words), 'sighting')[0].evidence[0].text
    doesNotMatch(evidence(), /secret/)
    equal(`${evidence('--raw')}\n`, readFileSync(join(folder, 'private.log'), 'utf8'))
  },
  color() {
    const escape = '\x1b['
    ok(!run('access.log').out.includes(escape))
    ok(run('access.log', '--color=always').out.includes(escape))
    ok(!run('access.log', '--no-color').out.includes(escape))
  },
  progress() {
    equal(run('access.log', '--no-progress').told, '')
    equal(run('access.log', '--progress').told, '')
  },
  strict() {
    equal(run('broken.log').code, 0)
    equal(run('broken.log', '--strict').code, 2)
  },
  exitZero() {
    equal(run('probe.log', '--exit-zero').code, 0)
    equal(run('none.log', '--exit-zero').code, 2)
  },
}

for (const [option, show] of Object.entries(shown)) {
  test(`--${flagName(option)} does what the help says`, show)
}
