import { equal } from 'node:assert/strict'
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { after, before } from 'node:test'
import { npm } from '../scripts/npm.js'
import { outsideEnvironment } from './outside.ts'
import { installPacked, type Packed, packedContract } from './packed.ts'

const majors = [20, 24, 26]
const carrier = `node-${process.platform}-${process.arch}`

let packed: Packed
before(() => {
  packed = installPacked()
  for (const major of majors) bring(major)
})
after(() => rmSync(packed.folder, { recursive: true, force: true }))

for (const major of majors) {
  packedContract(
    `Node ${major}`,
    () => packed,
    () => join(placeOf(major), 'node_modules', carrier, 'bin', 'node'),
  )
}

function placeOf(major: number): string {
  return join(packed.folder, `node-${major}`)
}

/** Brings the newest Node of a major version from npm. */
function bring(major: number): void {
  mkdirSync(placeOf(major))
  writeFileSync(join(placeOf(major), 'package.json'), '{ "private": true }\n')
  const { status, stderr } = npm(
    ['install', '--no-audit', '--no-fund', '--loglevel=error', `${carrier}@${major}`],
    { cwd: placeOf(major), env: outsideEnvironment() },
  )
  equal(status, 0, String(stderr))
}
