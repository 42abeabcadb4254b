// @ts-check
import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { deflateRawSync } from 'node:zlib'
import { root } from './root.js'

/** The compiler weighs more than all that is installed for it to be here, so it is only installed by who changes the sieve. */
export const compiler = 'assemblyscript@0.28.20'

const options = ['--enable', 'simd', '--runtime', 'stub', '--importMemory', '--noAssert', '-O3']
const source = join(root, 'packages/scanner/src/engine/sieve.as.ts')

/** The first line of what is compiled: it tells the source from any other, so that without the compiler too an older one is noticed. */
export function heading() {
  const hash = createHash('sha256').update(readFileSync(source)).digest('hex')
  return `/** sieve.as.ts, compiled by ${compiler}; made by scripts/sieve.js. Of the source with the SHA-256 ${hash}. */`
}

/** Where the compiler of AssemblyScript begins; undefined when it is not installed, or not in the version that is meant. */
export function compilerFile() {
  const folder = join(root, 'node_modules', 'assemblyscript')
  if (!existsSync(join(folder, 'package.json'))) return undefined
  const { version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
  return compiler.endsWith(`@${version}`) ? join(folder, 'dist', 'asc.js') : undefined
}

/** The code that sieve.as.ts compiles to. */
export async function compileSieve() {
  const file = compilerFile()
  if (!file) throw new Error(`install the compiler first: npm install --no-save ${compiler}`)
  const { main } = await import(pathToFileURL(file).href)
  /** @type {Uint8Array | undefined} */
  let code
  const { error, stderr } = await main(['sieve.as.ts', ...options, '--outFile', 'sieve.wasm'], {
    readFile: (/** @type {string} */ name) =>
      name === 'sieve.as.ts' ? readFileSync(source, 'utf8') : null,
    writeFile: (/** @type {string} */ name, /** @type {Uint8Array | string} */ contents) => {
      if (name === 'sieve.wasm' && typeof contents !== 'string') code = contents
    },
    listFiles: () => [],
  })
  if (error || !code)
    throw new Error(`sieve.as.ts does not compile: ${error?.message}\n${stderr.toString()}`)
  return code
}

/** The text of engine/sieve-wasm.ts. @param {Uint8Array} code */
export function sieveText(code) {
  const packed = deflateRawSync(code, { level: 9 }).toString('base64')
  const lines = (packed.match(/.{1,90}/g) ?? []).map(line => `  '${line}',\n`)
  return `${heading()}\nexport const sieveWasm = [\n${lines.join('')}].join('')\n`
}
