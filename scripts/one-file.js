// @ts-check
import { chmodSync, mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { rolldown } from 'rolldown'
import { compile } from './compile.js'
import { licences } from './licences.js'
import { root } from './root.js'

/** By file names it guesses the types of parts; letters name the types of theirs, so that its table is never read. */
const typesByName = join('nodemailer', 'dist', 'esm', 'mime-funcs', 'mime-types.js')
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
  let leftOut = 0
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
        name: 'without-types-by-name',
        load(id) {
          if (!id.endsWith(typesByName)) return undefined
          leftOut++
          return `
          export const detectMimeType = () => 'application/octet-stream'
          export const detectExtension = () => 'bin'
        `
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
  if (leftOut !== 1)
    throw new Error(`${typesByName} is no more: see what the mail library is made of now.`)
  chmodSync(file, 0o755)
}

/** Characters beyond ASCII double what Node must hold and read of a file: they stand only in texts, where escapes mean them. @param {string} code */
function asAscii(code) {
  return code.replaceAll(
    /[^\0-\x7f]/g,
    char => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
}
