// @ts-check
import { chmodSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
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

/**
 * Makes the scanner one file that runs alone on Node 20 and newer. Its parts stand in it as texts, and each is compiled when
 * it is first needed: most of a start would else be compiling what a scan never comes to.
 * @param {string} file
 */
export async function oneFile(file) {
  const source = join(root, 'packages', 'scanner', 'src')
  const start = `
  import { isMainThread } from 'node:worker_threads'
  import { main } from ${JSON.stringify(join(source, 'cli.ts'))}
  if (isMainThread) void main(process.argv.slice(2), process).then(code => (process.exitCode = code))
  else void import(${JSON.stringify(join(source, 'threads', 'worker.ts'))})
`
  /** @type {Set<string>} */
  const met = new Set()
  const bundle = await rolldown({
    ...compile,
    transform: { ...compile.transform, define: { 'import.meta.url': 'programUrl' } },
    input: 'start',
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
        // Read as data, for which Node needs a third of the time.
        name: 'families-as-data',
        load(id) {
          if (!id.endsWith('.json')) return undefined
          const text = JSON.stringify(JSON.parse(readFileSync(id, 'utf8')))
          return { code: `export default JSON.parse(${JSON.stringify(text)})`, moduleType: 'js' }
        },
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
    format: 'cjs',
    minify: true,
    chunkFileNames: '[name].js',
  })
  await bundle.close()
  const parts = output.flatMap(part =>
    part.type === 'chunk' ? [[`./${part.fileName}`, asAscii(part.code)]] : [],
  )
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(
    file,
    `#!/usr/bin/env node\n${licences('scanner')}\n${loader(Object.fromEntries(parts))}`,
  )
  if (met.size !== leftOut.size)
    throw new Error(`${mailLibrary} is made of other files now: see what letters need of it.`)
  chmodSync(file, 0o755)
}

/** What compiles the parts. @param {Record<string, string>} parts */
function loader(parts) {
  return `import { createRequire } from 'node:module'
import { compileFunction } from 'node:vm'
const parts = ${JSON.stringify(parts)}
const requireFromNode = createRequire(import.meta.url)
const made = new Map()
function part(name) {
  const text = parts[name]
  if (text === undefined) return requireFromNode(name)
  let module = made.get(name)
  if (!module) {
    made.set(name, (module = { exports: {} }))
    const names = ['module', 'exports', 'require', 'programUrl']
    const run = compileFunction(text, names, { filename: import.meta.url + name.slice(1) })
    run(module, module.exports, part, import.meta.url)
  }
  return module.exports
}
part('./start.js')
`
}

/** Characters beyond ASCII double what Node must hold and read of a file: they stand only in texts, where escapes mean them. @param {string} code */
function asAscii(code) {
  return code.replaceAll(/[^\0-\x7f]/g, char => {
    const digits = char.charCodeAt(0).toString(16)
    return digits.length === 2 ? `\\x${digits}` : `\\u${digits.padStart(4, '0')}`
  })
}
