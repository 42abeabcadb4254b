import { deepEqual } from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { packageFolders } from '../scripts/files.js'
import { root } from '../scripts/root.js'

type Manifest = Record<
  'dependencies' | 'devDependencies' | 'optionalDependencies',
  Record<string, string> | undefined
>
type Lock = { readonly packages: Record<string, Locked> }
type Locked = { readonly resolved?: string; readonly hasInstallScript?: boolean }

const locked = Object.entries((parsed('package-lock.json') as Lock).packages)

test('every dependency is pinned to one version', () => {
  const manifests = ['', ...packageFolders().map(name => `packages/${name}/`)]
  const loose = manifests.flatMap(place => {
    const { dependencies, devDependencies, optionalDependencies } = parsed(
      `${place}package.json`,
    ) as Manifest
    return Object.entries({ ...dependencies, ...devDependencies, ...optionalDependencies })
      .filter(([, version]) => !/^\d+\.\d+\.\d+$/.test(version))
      .map(([name, version]) => `${place}package.json: ${name} ${version}`)
  })
  deepEqual(loose, [])
})

test('the lockfile names no download address', () => {
  const addressed = locked.filter(([, { resolved }]) => resolved?.includes(':'))
  deepEqual(
    addressed.map(([name]) => name),
    [],
  )
})

test('no dependency runs a script when it is installed', () => {
  const running = locked.filter(([, { hasInstallScript }]) => hasInstallScript)
  deepEqual(
    running.map(([name]) => name),
    [],
  )
})

function parsed(path: string): unknown {
  return JSON.parse(readFileSync(join(root, path), 'utf8'))
}
