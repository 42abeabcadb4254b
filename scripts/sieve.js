// @ts-check
// node scripts/sieve.js: compiles the engine's filter to WebAssembly and writes it, as text, into engine/sieve-wasm.ts.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { compileSieve, sieveText } from './compile-sieve.js'
import { root } from './root.js'

const file = join(root, 'packages/scanner/src/engine/sieve-wasm.ts')
writeFileSync(file, sieveText(await compileSieve()))
process.stdout.write(`${file}\n`)
