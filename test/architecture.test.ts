import { deepEqual, ok } from 'node:assert/strict'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { root } from '../scripts/root.js'
import { importedFile, roomOf, type SourceFile, sourceFiles } from './source-files.ts'

/**
 * Who may import whom, from the ground up: a room sees those that its line names, and no others.
 * `core`, `owners` and `notices` are the public names of those packages; `node` is all of Node's own
 * modules; any other word is a package of npm.
 */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  'core/model': [],
  'core/formats': ['core/model'],
  'core/signatures': ['core/model'],
  'core/detect': ['core/model', 'core/formats', 'core/signatures'],
  'core/proof': ['core/model', 'core/formats', 'core/signatures', 'core/detect'],
  'core/appeal': ['core/model', 'core/signatures', 'core/proof'],
  'core/index': [
    'core/model',
    'core/formats',
    'core/signatures',
    'core/detect',
    'core/proof',
    'core/appeal',
  ],

  'owners/fault': ['core'],
  'owners/ranges': ['node', 'core'],
  'owners/model': ['node', 'core', 'owners/ranges'],
  'owners/choose': ['owners/model'],
  'owners/never': ['core', 'owners/fault', 'owners/model', 'owners/ranges'],
  'owners/override': ['core', 'owners/fault', 'owners/model', 'owners/never', 'owners/ranges'],
  'owners/cert': ['owners/fault', 'owners/model', 'owners/never'],
  'owners/cache': ['node', 'core', 'owners/model', 'owners/ranges'],
  'owners/network': ['node', 'core', 'owners/never'],
  'owners/registries': ['core', 'owners/fault', 'owners/network', 'owners/ranges'],
  'owners/manners': ['core', 'owners/registries'],
  'owners/bulk': [
    'node',
    'core',
    'owners/fault',
    'owners/model',
    'owners/ranges',
    'owners/registries',
  ],
  'owners/rdap': [
    'core',
    'owners/manners',
    'owners/model',
    'owners/network',
    'owners/ranges',
    'owners/registries',
  ],
  'owners/whois': [
    'core',
    'owners/manners',
    'owners/model',
    'owners/network',
    'owners/ranges',
    'owners/registries',
  ],
  'owners/sources': [
    'core',
    'owners/bulk',
    'owners/cache',
    'owners/cert',
    'owners/model',
    'owners/override',
    'owners/ranges',
    'owners/rdap',
    'owners/registries',
    'owners/whois',
  ],
  'owners/owner': [
    'core',
    'owners/bulk',
    'owners/cache',
    'owners/choose',
    'owners/fault',
    'owners/manners',
    'owners/model',
    'owners/never',
    'owners/override',
    'owners/ranges',
    'owners/sources',
  ],
  'owners/open-owners': [
    'owners/bulk',
    'owners/cache',
    'owners/cert',
    'owners/manners',
    'owners/network',
    'owners/never',
    'owners/override',
    'owners/owner',
    'owners/registries',
    'owners/sources',
  ],
  'owners/public-dialer': ['core', 'owners/network', 'owners/registries'],
  'owners/refuse-exercise': ['owners/fault', 'owners/network', 'owners/never'],
  'owners/index': [
    'owners/bulk',
    'owners/cache',
    'owners/cert',
    'owners/choose',
    'owners/fault',
    'owners/manners',
    'owners/model',
    'owners/network',
    'owners/never',
    'owners/open-owners',
    'owners/override',
    'owners/owner',
    'owners/public-dialer',
    'owners/ranges',
    'owners/refuse-exercise',
    'owners/registries',
    'owners/sources',
  ],

  'notices/safe': ['core'],
  'notices/notice': ['core', 'notices/safe'],
  'notices/languages': ['core', 'notices/safe', 'notices/notice'],
  'notices/letter': ['core', 'notices/safe', 'notices/notice', 'notices/languages'],
  'notices/csv': ['core', 'notices/safe', 'notices/notice'],
  'notices/xarf': ['node', 'core', 'notices/safe', 'notices/notice', 'notices/languages'],
  'notices/compose': [
    'node',
    'nodemailer',
    'core',
    'notices/safe',
    'notices/notice',
    'notices/letter',
    'notices/csv',
    'notices/xarf',
  ],
  'notices/letters': [
    'core',
    'notices/safe',
    'notices/notice',
    'notices/languages',
    'notices/compose',
  ],
  'notices/index': [
    'notices/safe',
    'notices/notice',
    'notices/languages',
    'notices/letter',
    'notices/csv',
    'notices/xarf',
    'notices/compose',
    'notices/letters',
  ],

  'scanner/finding': ['core'],
  'scanner/read': ['node', 'core', 'scanner/finding'],
  'scanner/engine': ['node', 'core', 'scanner/read'],
  'scanner/tally': ['core', 'scanner/engine'],
  'scanner/threads': [
    'node',
    'core',
    'scanner/finding',
    'scanner/read',
    'scanner/engine',
    'scanner/tally',
  ],
  'scanner/rows': ['core', 'scanner/finding', 'scanner/tally'],
  'scanner/asked-for': ['core', 'scanner/finding'],
  'scanner/report': ['node', 'core', 'scanner/finding'],
  'scanner/merged': [
    'node',
    'core',
    'scanner/finding',
    'scanner/read',
    'scanner/report',
    'scanner/tally',
    'scanner/rows',
    'scanner/asked-for',
  ],
  'scanner/spool': ['node', 'core'],
  'scanner/flags': ['node', 'core', 'scanner/read', 'scanner/report', 'scanner/spool'],
  'scanner/signatures': [
    'node',
    'core',
    'jsonc-parser',
    'scanner/finding',
    'scanner/read',
    'scanner/report',
  ],
  'scanner/families': ['core', 'scanner/report'],
  'scanner/why': [
    'core',
    'scanner/finding',
    'scanner/read',
    'scanner/engine',
    'scanner/tally',
    'scanner/report',
    'scanner/families',
  ],
  'scanner/doctor': ['node', 'core', 'scanner/finding', 'scanner/read', 'scanner/report'],
  'scanner/resume': ['node', 'scanner/read', 'scanner/report', 'scanner/threads'],
  'scanner/scan-options': ['core', 'scanner/resume'],
  'scanner/setting-of': ['core', 'scanner/scan-options', 'scanner/threads'],
  'scanner/scan': [
    'node',
    'core',
    'scanner/finding',
    'scanner/read',
    'scanner/engine',
    'scanner/tally',
    'scanner/threads',
    'scanner/rows',
    'scanner/asked-for',
    'scanner/resume',
    'scanner/scan-options',
    'scanner/setting-of',
  ],
  'scanner/submit': [
    'node',
    'core',
    'scanner/finding',
    'scanner/read',
    'scanner/engine',
    'scanner/tally',
    'scanner/report',
    'scanner/spool',
  ],
  'scanner/watch': [
    'node',
    'core',
    'scanner/read',
    'scanner/engine',
    'scanner/tally',
    'scanner/spool',
    'scanner/submit',
  ],
  'scanner/answer': ['node', 'core', 'scanner/report', 'scanner/submit'],
  'scanner/cli': [
    'node',
    'core',
    'owners',
    'notices',
    'scanner/answer',
    'scanner/finding',
    'scanner/read',
    'scanner/report',
    'scanner/flags',
    'scanner/signatures',
    'scanner/families',
    'scanner/why',
    'scanner/doctor',
    'scanner/merged',
    'scanner/resume',
    'scanner/scan-options',
    'scanner/setting-of',
    'scanner/scan',
    'scanner/spool',
    'scanner/submit',
    'scanner/watch',
  ],

  'collector/appeal': ['node', 'core'],
  'collector/arrival': ['core'],
  'collector/cases': ['core'],
  'collector/estimates': ['core'],
  'collector/fault': ['core'],
  'collector/outgoing': ['core'],
  'collector/sent-mail': ['core'],
  'collector/stand-back': ['node'],
  'collector/told': ['core'],
  'collector/trust': ['core'],
  'collector/unpacking': ['node'],
  'collector/verify': ['core'],
  'collector/worker-file': [],
  'collector/keys': ['node', 'core', 'collector/trust'],
  'collector/letterbox': ['core', 'collector/cases', 'collector/sent-mail'],
  'collector/letters': [
    'node',
    'core',
    'notices',
    'htmlparser2',
    '@zone-eu/mailsplit',
    'collector/unpacking',
    'collector/verify',
  ],
  'collector/wishes': ['core'],
  'collector/policy': ['core', 'typebox', 'collector/cases', 'collector/wishes'],
  'collector/status': ['core', 'collector/cases'],
  'collector/store': [
    'node',
    'core',
    'collector/appeal',
    'collector/arrival',
    'collector/cases',
    'collector/fault',
    'collector/outgoing',
    'collector/stand-back',
    'collector/told',
    'collector/trust',
    'collector/worker-file',
  ],
  'collector/web': ['node', 'core', 'fastify', 'notices', 'collector/appeal'],
  'collector/intake': [
    'node',
    'core',
    'fastify',
    'mailauth',
    'imapflow',
    'smtp-server',
    'collector/arrival',
    'collector/trust',
    'collector/worker-file',
    'collector/keys',
    'collector/letters',
    'collector/web',
  ],
  'collector/ledger': [
    'node',
    'core',
    'collector/cases',
    'collector/estimates',
    'collector/sent-mail',
    'collector/letterbox',
    'collector/wishes',
  ],
  'collector/outbox': [
    'node',
    'core',
    'typebox',
    'nodemailer',
    'mailauth',
    'collector/cases',
    'collector/outgoing',
    'collector/sent-mail',
    'collector/letterbox',
    'collector/policy',
  ],
  'collector/reading': [
    'node',
    'core',
    'typebox',
    'collector/appeal',
    'collector/arrival',
    'collector/stand-back',
    'collector/told',
    'collector/unpacking',
    'collector/verify',
    'collector/worker-file',
    'collector/letters',
  ],
  'collector/accept': [
    'core',
    'collector/outgoing',
    'collector/told',
    'collector/verify',
    'collector/store',
    'collector/reading',
  ],
  'collector/config': [
    'node',
    'core',
    'smol-toml',
    'typebox',
    'collector/fault',
    'collector/trust',
    'collector/policy',
    'collector/outbox',
  ],
  'collector/hearing': [
    'node',
    'core',
    'notices',
    'collector/arrival',
    'collector/cases',
    'collector/letterbox',
    'collector/letters',
    'collector/wishes',
    'collector/ledger',
  ],
  'collector/tick': [
    'core',
    'collector/cases',
    'collector/letterbox',
    'collector/policy',
    'collector/outbox',
  ],
  'collector/owners': ['node', 'core', 'owners', 'collector/trust', 'collector/config'],
  'collector/believing': [
    'node',
    'core',
    'collector/appeal',
    'collector/cases',
    'collector/stand-back',
    'collector/told',
    'collector/trust',
    'collector/worker-file',
    'collector/store',
    'collector/owners',
  ],
  'collector/silence': [
    'core',
    'collector/cases',
    'collector/estimates',
    'collector/trust',
    'collector/store',
    'collector/ledger',
  ],
  'collector/telling': [
    'node',
    'core',
    'notices',
    'owners',
    'collector/appeal',
    'collector/cases',
    'collector/fault',
    'collector/trust',
    'collector/worker-file',
    'collector/letters',
    'collector/letterbox',
    'collector/letters',
    'collector/wishes',
    'collector/policy',
    'collector/status',
    'collector/store',
    'collector/ledger',
    'collector/outbox',
    'collector/config',
    'collector/tick',
    'collector/owners',
    'collector/believing',
    'collector/silence',
  ],
  'collector/serve': [
    'node',
    'core',
    'nodemailer',
    'notices',
    'pino',
    'mailauth',
    'collector/appeal',
    'collector/arrival',
    'collector/cases',
    'collector/fault',
    'collector/trust',
    'collector/verify',
    'collector/letterbox',
    'collector/letters',
    'collector/wishes',
    'collector/policy',
    'collector/store',
    'collector/web',
    'collector/intake',
    'collector/ledger',
    'collector/outbox',
    'collector/reading',
    'collector/accept',
    'collector/config',
    'collector/hearing',
    'collector/believing',
    'collector/telling',
  ],
  'collector/exercise': [
    'node',
    'core',
    'mailauth',
    'nodemailer',
    'notices',
    'owners',
    'smtp-server',
    'collector/keys',
    'collector/letters',
    'collector/policy',
    'collector/store',
    'collector/ledger',
    'collector/outbox',
    'collector/config',
    'collector/believing',
    'collector/telling',
    'collector/serve',
  ],
  'collector/cli': [
    'node',
    'core',
    'owners',
    'collector/appeal',
    'collector/arrival',
    'collector/cases',
    'collector/estimates',
    'collector/fault',
    'collector/told',
    'collector/trust',
    'collector/verify',
    'collector/keys',
    'collector/letterbox',
    'collector/letters',
    'collector/policy',
    'collector/store',
    'collector/intake',
    'collector/ledger',
    'collector/outbox',
    'collector/reading',
    'collector/accept',
    'collector/config',
    'collector/hearing',
    'collector/owners',
    'collector/believing',
    'collector/telling',
    'collector/serve',
    'collector/exercise',
  ],

  'drill/random': ['core'],
  'drill/world': ['core', 'collector', 'drill/random'],
  'drill/score': ['core', 'collector', 'drill/world'],
  'drill/report': ['drill/world', 'drill/score'],
  'drill/cli': [
    'node',
    'collector',
    'smol-toml',
    'typebox',
    'drill/world',
    'drill/score',
    'drill/report',
  ],
}

const files = sourceFiles()
const paths = new Set(files.map(file => file.path))

test('there are files to look at', () => {
  ok(files.length > 0, 'no file was looked at')
  ok(
    files.some(file => file.imports.length > 0),
    'no import was seen',
  )
})

test('every file stands in a room of the table', () => {
  deepEqual(
    files.filter(file => !(file.room in MAY_IMPORT)).map(file => file.path),
    [],
  )
})

test('the table itself goes down: a line names rooms above it only', () => {
  const rooms = Object.keys(MAY_IMPORT)
  const upward = rooms.flatMap((room, line) =>
    MAY_IMPORT[room]!.filter(
      seen => /^[a-z]+\//.test(seen) && !rooms.slice(0, line).includes(seen),
    ).map(seen => `${room} names ${seen}`),
  )
  deepEqual(upward, [])
})

test('every import goes down', () => {
  const upward = files.flatMap(file =>
    file.imports
      .filter(specifier => !mayImport(file, specifier))
      .map(specifier => `${file.path} imports ${specifier}`),
  )
  deepEqual(upward, [])
})

test('no source file imports what serves tests alone', () => {
  const served = files.flatMap(({ path, imports }) =>
    imports
      .map(specifier => importedFile(path, specifier))
      .filter(imported => imported?.endsWith('.ts') && existsSync(join(root, imported)))
      .filter(imported => !paths.has(imported!))
      .map(imported => `${path} imports ${imported}`),
  )
  deepEqual(served, [])
})

test('a relative import ends with .ts or .json and means a file that is there', () => {
  const lost = files.flatMap(({ path, imports }) =>
    imports
      .filter(specifier => specifier.startsWith('.'))
      .filter(specifier => {
        const imported = importedFile(path, specifier)!
        return !/\.(ts|json)$/.test(specifier) || !existsSync(join(root, imported))
      })
      .map(specifier => `${path} imports ${specifier}`),
  )
  deepEqual(lost, [])
})

test('no files import each other in a circle', () => {
  deepEqual(circles(), [])
})

test('no file is long: none over 300 lines, nine of ten under 200, the median under 60', () => {
  const longest = files.toSorted((a, b) => b.lines - a.lines)
  const say = (some: readonly SourceFile[]) => some.map(file => `${file.lines} ${file.path}`)
  deepEqual(say(longest.filter(file => file.lines > 300)), [])
  const long = longest.filter(file => file.lines >= 200)
  ok(long.length <= files.length / 10, `too many long files:\n${say(long).join('\n')}`)
  const upperHalf = longest.slice(0, Math.ceil(files.length / 2))
  ok(upperHalf.at(-1)!.lines < 60, `the longer half of the files:\n${say(upperHalf).join('\n')}`)
})

test('no name says nothing: there are no utils, helpers and managers', () => {
  const empty = /(^|[/.-])(util|utils|helper|helpers|manager|managers|common|misc)([/.-]|$)/
  deepEqual(
    files.map(file => file.path).filter(path => empty.test(path)),
    [],
  )
})

function mayImport({ path, room }: SourceFile, specifier: string): boolean {
  const imported = importedFile(path, specifier)
  if (imported === undefined) return (MAY_IMPORT[room] ?? []).includes(nameOf(specifier))
  if (imported === `packages/${room.split('/')[0]}/package.json`) return true
  if (!imported.startsWith(`packages/${room.split('/')[0]}/src/`)) return false
  const seen = roomOf(imported)
  return seen === room || (MAY_IMPORT[room] ?? []).includes(seen)
}

/** How the table calls what a module that is no file of ours belongs to. */
function nameOf(specifier: string): string {
  if (specifier.startsWith('node:')) return 'node'
  const [name = '', inside = ''] = specifier.replace(/^@redalert\//, '').split('/')
  return name.startsWith('@') ? `${name}/${inside}` : name
}

/** Each circle of imports once, as the files along it. */
function circles(): readonly string[] {
  const importsOf = new Map(
    files.map(({ path, imports }) => [
      path,
      imports
        .map(one => importedFile(path, one))
        .filter(one => one !== undefined && paths.has(one)),
    ]),
  )
  const done = new Set<string>()
  const found: string[] = []
  const walk = (path: string, trail: readonly string[]) => {
    const start = trail.indexOf(path)
    if (start >= 0) found.push([...trail.slice(start), path].join(' -> '))
    if (start >= 0 || done.has(path)) return
    for (const next of importsOf.get(path) ?? []) walk(next!, [...trail, path])
    done.add(path)
  }
  for (const path of paths) walk(path, [])
  return found
}
