// @ts-check
import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { keptLiterals } from '../packages/core/src/detect/known-literals.ts'
import { literals } from '../packages/core/src/detect/literals.ts'
import { rules } from '../packages/core/src/detect/match.ts'
import { familiesMarkdown } from '../packages/core/src/signatures/families-markdown.ts'
import { signatures } from '../packages/core/src/signatures/index.ts'
import { commandsMarkdown } from '../packages/scanner/src/flags/markdown.ts'
import { pictureOf } from './picture.js'
import { root } from './root.js'
import { played, withoutTimes } from './sessions.js'
import { sourceCondition, sourceNode } from './source-node.js'

/**
 * The documents that show what the program says, and how they are written: `npm run docs` writes them, and a test
 * compares them.
 * @type {readonly { readonly file: string, readonly written: () => string }[]}
 */
export const documents = [
  { file: 'README.md', written: () => played(textOf('README.md'), () => root) },
  { file: 'GUIDE.md', written: guide },
  { file: 'docs/commands.md', written: commandsMarkdown },
  { file: 'docs/families.md', written: () => familiesMarkdown(signatures) },
  { file: 'docs/terminal.svg', written: picture },
  { file: 'packages/core/src/detect/known-literals.json', written: knownLiterals },
]

/** What lines must hold for the families of today, as the scanner loads it. */
function knownLiterals() {
  const found = literals(rules(signatures))
  if (!found) throw new Error('a family has no literal by which its lines can be found')
  return keptLiterals(found)
}

function guide() {
  const folder = mkdtempSync(join(tmpdir(), 'redalert-guide-'))
  try {
    return played(textOf('GUIDE.md'), () => furnished(mkdtempSync(join(folder, 'session-'))))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** The machine of the guide's reader. @param {string} folder */
function furnished(folder) {
  const logs = join(root, 'fixtures', 'logs', 'example')
  const apache = join(folder, 'var', 'log', 'apache2')
  const iis = join(folder, 'inetpub', 'logs', 'LogFiles')
  mkdirSync(join(iis, 'W3SVC1'), { recursive: true })
  for (const name of ['access.log', 'access.log.1', 'access.log.2.gz', 'error_log'])
    cpSync(join(logs, name), join(apache, name))
  cpSync(join(logs, 'ex010719.log'), join(iis, 'W3SVC1', 'ex010719.log'))
  const text = readFileSync(join(logs, 'ex010719.log'), 'utf8')
  writeFileSync(join(iis, 'extract.txt'), Buffer.from(`\ufeff${text}`, 'utf16le'))
  return folder
}

const columns = 100

function picture() {
  const launcher = join(root, 'packages', 'scanner', 'bin', 'redalert.js')
  const words = ['--color=always', 'fixtures/logs/']
  const { stdout } = spawnSync(
    sourceNode() ?? process.execPath,
    [sourceCondition, launcher, ...words],
    {
      cwd: root,
      encoding: 'utf8',
      env: { ...process.env, NODE_OPTIONS: '', COLUMNS: String(columns) },
    },
  )
  const drawn = pictureOf(stdout, columns)
  const before = textOf('docs/terminal.svg')
  return withoutTimes(before) === withoutTimes(drawn) ? before : drawn
}

/** @param {string} file */
function textOf(file) {
  try {
    return readFileSync(join(root, file), 'utf8')
  } catch {
    return ''
  }
}
