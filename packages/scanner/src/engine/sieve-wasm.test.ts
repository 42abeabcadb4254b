import { equal, ok } from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { inflateRawSync } from 'node:zlib'
import { compiler, compilerFile, compileSieve, heading } from '../../../../scripts/compile-sieve.js'
import { sieveWasm } from './sieve-wasm.ts'

const committed = readFileSync(join(import.meta.dirname, 'sieve-wasm.ts'), 'utf8')

test('the compiled sieve was made of this source', () => {
  equal(committed.slice(0, committed.indexOf('\n')), heading(), 'run node scripts/sieve.js')
})

const code = inflateRawSync(Buffer.from(sieveWasm, 'base64'))
const skip = compilerFile() ? false : `${compiler} is not installed: npm install --no-save`

test('the compiled sieve is what its source compiles to', { skip }, async () => {
  ok(code.equals(await compileSieve()), 'run node scripts/sieve.js')
})

test('the compiled sieve is small', () => {
  ok(code.length < 20_000, `${code.length} bytes`)
})
