import { deepEqual } from 'node:assert/strict'
import { test } from 'node:test'
import { type Grade, type Instant, type Network, parseNetwork } from '@redalert/core'
import fc from 'fast-check'
import type { Run } from './invocation.ts'
import { readFlags } from './read-flags.ts'
import type { Setting } from './setting.ts'

const setting: Setting = {
  now: '2001-07-20T00:00:00Z' as Instant,
  families: ['nimda', 'codered-n'],
  exists: () => false,
}
const read = (...args: string[]) => readFlags(args, setting)

/** The run of scan that the words ask for. */
function scan(...args: string[]): Run<'scan'> {
  const invocation = read(...args)
  if (invocation.kind === 'run' && invocation.command === 'scan') return invocation
  throw new Error(JSON.stringify(invocation))
}

test('without a command, files are scanned', () => {
  for (const word of [
    'access.log',
    './logs',
    'C:\\logs',
    '*.log',
    '-',
    '/var/log',
    'a?c',
    'ex[12]',
  ]) {
    deepEqual(scan(word), scan('scan', word))
    deepEqual(scan(word).words, [word])
  }
})

test('what is not given has its standard', () => {
  const nothing = {
    format: undefined,
    zone: undefined,
    sensor: undefined,
    threads: undefined,
    resume: undefined,
    clientFrom: undefined,
    signatures: undefined,
    since: undefined,
    until: undefined,
    minGrade: undefined,
    only: undefined,
    output: undefined,
  }
  const lists = { trustedProxy: [], mine: [], scanner: [], listens: [], family: [] }
  const off = {
    json: false,
    csv: false,
    merge: false,
    count: false,
    quiet: false,
    unread: false,
    raw: false,
    strict: false,
    exitZero: false,
  }
  deepEqual(scan('scan').options, { ...nothing, ...lists, ...off, color: 'auto', progress: true })
})

test('a word that is the name of a file or a folder is scanned, and a command is a command', () => {
  const inFolder = (...args: string[]) => readFlags(args, { ...setting, exists: () => true })
  deepEqual(inFolder('logs'), inFolder('scan', 'logs'))
  deepEqual(inFolder('completions'), read('completions'))
})

test('zones and formats are read', () => {
  const { zone, format } = scan('--zone=+02:00', '--format=combined').options
  deepEqual([zone?.name, format?.name], ['+02:00', 'clf'])
  deepEqual(scan('--format=%h %l %u %t "%r" %>s %b').kind, 'run')
})

test('options have the types that the table says', () => {
  const { options } = scan('--mine', '192.0.2.0/24', '--min-grade=likely', '-q')
  const typed: {
    mine: readonly Network[]
    minGrade: Grade | undefined
    quiet: boolean
    since: Instant | undefined
  } = options
  const colour: 'auto' | 'always' | 'never' = options.color
  deepEqual(typed.mine, [parseNetwork('192.0.2.0/24')])
  deepEqual([typed.minGrade, typed.quiet, colour], ['likely', true, 'auto'])
})

for (const { says, args, options, words = [] } of [
  {
    says: 'a value behind = or a blank',
    args: ['--only=hole', '--sensor', 'www'],
    options: { only: 'hole', sensor: 'www' },
  },
  {
    says: 'a value with = in it',
    args: ['--sensor=a=b'],
    options: { sensor: 'a=b' },
  },
  { says: 'bundled switches', args: ['-qc'], options: { quiet: true, count: true } },
  {
    says: 'a short flag with its value',
    args: ['-oa.json', '--json'],
    options: { output: 'a.json', json: true },
  },
  { says: 'the last of two', args: ['--sensor=a', '--sensor=b'], options: { sensor: 'b' } },
  { says: 'a switch taken back', args: ['--json', '--no-json'], options: { json: false } },
  { says: 'a switch that is on', args: ['--no-progress'], options: { progress: false } },
  { says: 'the negation of a choice', args: ['--no-color'], options: { color: 'never' } },
  {
    says: 'lists and repetition',
    args: ['--family=nimda,codered-n', '--family=nimda'],
    options: { family: ['nimda', 'codered-n', 'nimda'] },
  },
  {
    says: 'files that look like flags, behind --',
    args: ['--', '--json', '-q'],
    options: { json: false },
    words: ['--json', '-q'],
  },
  {
    says: 'flags between files',
    args: ['a.log', '-q', 'b.log'],
    options: { quiet: true },
    words: ['a.log', 'b.log'],
  },
  {
    says: 'a time that is gone',
    args: ['--since=36h'],
    options: { since: '2001-07-18T12:00:00Z' },
  },
  {
    says: 'one report put in place of another',
    args: ['--json', '--no-json', '--csv'],
    options: { json: false, csv: true },
  },
]) {
  test(`reads ${says}`, () => {
    const run = scan('scan', ...args)
    deepEqual(run.words, words)
    deepEqual(
      Object.fromEntries(Object.keys(options).map(name => [name, run.options[name as never]])),
      options,
    )
  })
}

test('a command may stand behind the flags of scan when it is scan', () => {
  deepEqual(scan('--json', 'scan', 'a.log'), scan('scan', '--json', 'a.log'))
  deepEqual(scan('--json', '--', 'scan').words, ['scan'])
})

for (const { args, message } of [
  { args: ['scan', '--jsn'], message: 'unknown flag --jsn: did you mean --json?' },
  { args: ['-z', 'a.log'], message: 'unknown flag -z: redalert scan --help shows those there are' },
  {
    args: ['a.log', '--constructor'],
    message: 'unknown flag --constructor: redalert scan --help shows those there are',
  },
  {
    args: ['scann', 'a.log'],
    message: 'unknown command scann: did you mean scan? (a file of that name is given as ./scann)',
  },
  {
    args: ['--json', 'completions'],
    message: 'flags stand behind the command: redalert completions --json',
  },
  { args: ['--mine'], message: '--mine needs a value: --mine CIDR' },
  {
    args: ['--mine', '--json'],
    message: '--mine needs a value, and --json is a flag: --mine CIDR',
  },
  { args: ['--sensor='], message: '--sensor: the value is empty' },
  {
    args: ['--zone=Europe/Amsterdm'],
    message: '--zone: Europe/Amsterdm is not a time zone: did you mean Europe/Amsterdam?',
  },
  {
    args: ['--zone=2'],
    message: '--zone: 2 is not a time zone: write it like Europe/Berlin, +02:00 or UTC',
  },
  {
    args: ['--format=x'],
    message: '--format: x is not known: redalert help scan lists the formats',
  },
  {
    args: ['--format=%h'],
    message:
      '--format: %h tells too little: the format string tells no time: it has no %t, $time_local or $time_iso8601',
  },
  { args: ['--format=clv'], message: '--format: clv is not known: did you mean clf?' },
  {
    args: ['--mine=192.0.2.0/33'],
    message:
      '--mine: 192.0.2.0/33 is not a network: write it like 192.0.2.0/24, 2001:db8::/32 or 192.0.2.7',
  },
  {
    args: ['--listens=192.0.2.0/24'],
    message: '--listens: 192.0.2.0/24 is not an address: write it like 192.0.2.7 or 2001:db8::7',
  },
  { args: ['--json=yes'], message: '--json takes no value: leave =yes away' },
  {
    args: ['--min-grade=sure'],
    message: '--min-grade: sure is not known: it can be infected, likely or probe',
  },
  {
    args: ['--min-grade=infcted'],
    message: '--min-grade: infcted is not known: did you mean infected?',
  },
  { args: ['--family=nimba'], message: '--family: nimba is not known: did you mean nimda?' },
  {
    args: ['--since=yesterday'],
    message:
      '--since: yesterday is not a time: write it like 2001-07-19, 2001-07-19T14:00Z, 36h or 2d',
  },
  {
    args: ['--client-from=X-Forwarded-For'],
    message: '--client-from needs --trusted-proxy: add --trusted-proxy CIDR',
  },
  { args: ['--json', '--csv'], message: '--json and --csv are two kinds of output: choose one' },
  {
    args: ['--since=1d', '--until=2d'],
    message:
      'nothing lies between --since 2001-07-19T00:00:00Z and --until 2001-07-18T00:00:00Z: --until must be later',
  },
  {
    args: ['signatures', 'chek', 'x'],
    message: 'signatures: chek is not known: did you mean check?',
  },
  { args: ['signatures', 'check'], message: 'signatures needs check FILE|FOLDER…' },
  { args: ['completions'], message: 'completions needs bash|zsh|fish|powershell' },
  { args: ['completions', 'bsh'], message: 'completions: bsh is not known: did you mean bash?' },
  { args: ['completions', 'bash', 'zsh'], message: 'completions takes 1 word and not also zsh' },
]) {
  test(`says what is wrong: ${message}`, () => deepEqual(read(...args), { kind: 'wrong', message }))
}

test('a folder of own families may hold a family that is not known here', () => {
  const { options } = scan('--family=own-worm', '--signatures=mine')
  deepEqual([options.family, options.signatures], [['own-worm'], 'mine'])
})

test('help and the version are answered wherever they stand', () => {
  deepEqual(read(), { kind: 'help', about: undefined, long: false })
  deepEqual(read('-h'), { kind: 'help', about: undefined, long: false })
  deepEqual(read('scan', '-h'), { kind: 'help', about: 'scan', long: false })
  deepEqual(read('scan', 'a.log', '--help'), { kind: 'help', about: 'scan', long: true })
  deepEqual(read('help', 'scan'), { kind: 'help', about: 'scan', long: true })
  deepEqual(read('help'), { kind: 'help', about: undefined, long: true })
  deepEqual(read('--version'), { kind: 'version' })
  deepEqual(read('a.log', '-V'), { kind: 'version' })
})

test('any words are read or refused, and never thrown at', () => {
  const word = fc.oneof(
    fc.string(),
    fc.string().map(text => `--${text}`),
    fc.constantFrom('scan', '--mine', '--', '-', '-qo', '--only=file'),
  )
  fc.assert(fc.property(fc.array(word), args => typeof readFlags(args, setting).kind === 'string'))
})
