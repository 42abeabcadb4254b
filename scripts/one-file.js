// @ts-check
import { chmodSync, mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { rolldown } from 'rolldown'
import { compile } from './compile.js'
import { licences } from './licences.js'
import { root } from './root.js'

const mailLibrary = join('nodemailer', 'dist', 'esm')
/** Parts of the mail library that letters never come to, with what stands in their place. */
const leftOut = new Map([
  // By file names it guesses the types of parts; letters name the types of theirs.
  [
    join(mailLibrary, 'mime-funcs', 'mime-types.js'),
    `export const detectMimeType = () => 'application/octet-stream'
     export const detectExtension = () => 'bin'`,
  ],
  // It fetches parts from the web; letters forbid it.
  [
    join(mailLibrary, 'fetch', 'index.js'),
    `export default () => { throw new Error('a letter fetches nothing') }`,
  ],
])
/** What of Node takes long to load, and most scans do without: it is loaded by the first part that needs it. */
const late = new Set([
  'child_process',
  'crypto',
  'dns',
  'http',
  'https',
  'net',
  'readline/promises',
  'tls',
])
/** @param {string} id */
const isLate = id => id.startsWith('node:') && late.has(id.slice('node:'.length))

/** Makes the scanner one file that runs alone on Node 20 and newer. @param {string} file */
export async function oneFile(file) {
  const cli = join(root, 'packages', 'scanner', 'src', 'cli.ts')
  const start = `
  import { isMainThread } from 'node:worker_threads'
  import { main } from ${JSON.stringify(cli)}
  if (isMainThread) process.exitCode = await main(process.argv.slice(2), process)
`
  /** @type {Set<string>} */
  const met = new Set()
  const bundle = await rolldown({
    ...compile,
    input: 'start',
    // Parts that are loaded late are to be compiled late, too.
    optimization: { pifeForModuleWrappers: false },
    external: id => id.startsWith('node:') && !isLate(id),
    plugins: [
      {
        name: 'start',
        resolveId: id => (id === 'start' ? 'start' : undefined),
        load: id => (id === 'start' ? start : undefined),
      },
      {
        name: 'late-modules-of-node',
        resolveId(id, importer) {
          if (!isLate(id)) return undefined
          return importer?.startsWith('late:') ? { id, external: true } : `late:${id}`
        },
        load: id =>
          id.startsWith('late:')
            ? `module.exports = require(${JSON.stringify(id.slice('late:'.length))})`
            : undefined,
      },
      {
        name: 'without-what-letters-never-need',
        load(id) {
          const part = [...leftOut.keys()].find(end => id.endsWith(end))
          if (part !== undefined) met.add(part)
          return part === undefined ? undefined : leftOut.get(part)
        },
      },
    ],
  })
  const { output } = await bundle.generate({
    codeSplitting: false,
    minify: true,
    banner: `#!/usr/bin/env node\n${licences('scanner')}`,
  })
  await bundle.close()
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, asAscii(output[0].code))
  if (met.size !== leftOut.size)
    throw new Error(`${mailLibrary} is made of other files now: see what letters need of it.`)
  chmodSync(file, 0o755)
}

/** Characters beyond ASCII double what Node must hold and read of a file: they stand only in texts, where escapes mean them. @param {string} code */
function asAscii(code) {
  return code.replaceAll(/[^\0-\x7f]/g, char => {
    const digits = char.charCodeAt(0).toString(16)
    return digits.length === 2 ? `\\x${digits}` : `\\u${digits.padStart(4, '0')}`
  })
}
