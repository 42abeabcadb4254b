import { deepEqual, equal } from 'node:assert/strict'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { npm } from '../scripts/npm.js'
import { root } from '../scripts/root.js'
import { outsideEnvironment, runOutside } from './outside.ts'

/** Every package packed, and the scanner with what it needs installed without a network into a folder that held nothing. */
export type Packed = {
  readonly folder: string
  /** Where the packages lie, as they went into the tarballs. */
  readonly staged: string
  readonly installed: string
}

/** Packs and installs; the caller removes `folder`. */
export function installPacked(): Packed {
  const folder = mkdtempSync(join(tmpdir(), 'redalert-packed-'))
  const installed = join(folder, 'installed')
  mkdirSync(installed)
  writeFileSync(join(installed, 'package.json'), '{ "private": true }\n')
  const packing = runOutside(process.execPath, [join(root, 'scripts', 'pack.js'), folder], root)
  equal(packing.status, 0, packing.stderr)
  const staged = join(folder, 'packages')
  const tarballs = closureOf('redalert', staged).map(place => tarballOf(place, folder))
  const installing = npm(
    ['install', '--offline', '--no-audit', '--no-fund', '--loglevel=error', ...tarballs],
    { cwd: installed, env: outsideEnvironment() },
  )
  equal(installing.status, 0, String(installing.stderr))
  return { folder, staged, installed }
}

/** Where a package and all it depends on lie: ours as they are published, others as npm brought them. */
function closureOf(name: string, staged: string): readonly string[] {
  const ours = new Map(readdirSync(staged).map(each => [manifestAt(join(staged, each)).name, each]))
  const places = new Map<string, string>()
  const add = (each: string) => {
    if (places.has(each)) return
    const own = ours.get(each)
    const place = own === undefined ? join(root, 'node_modules', each) : join(staged, own)
    places.set(each, place)
    Object.keys(manifestAt(place).dependencies ?? {}).forEach(add)
  }
  add(name)
  return [...places.values()]
}

function tarballOf(place: string, folder: string): string {
  const { status, stdout, stderr } = npm(
    ['pack', '--silent', '--ignore-scripts', place, '--pack-destination', folder],
    { env: outsideEnvironment() },
  )
  equal(status, 0, String(stderr))
  return join(folder, String(stdout).trim())
}

type Manifest = { readonly name: string; readonly dependencies?: Readonly<Record<string, string>> }

function manifestAt(place: string): Manifest {
  return JSON.parse(readFileSync(join(place, 'package.json'), 'utf8')) as Manifest
}

/** What the installed program does on a Node of one's choice. */
export function packedContract(label: string, packed: () => Packed, node: () => string): void {
  const run = (...words: readonly string[]) => {
    const program = join(packed().installed, 'node_modules', 'redalert', 'bin', 'redalert.js')
    return runOutside(node(), [program, ...words], root)
  }

  test(`${label}: the packed program says its version, and nothing else`, () => {
    const { status, stdout, stderr } = run('--version')
    deepEqual({ status, stderr }, { status: 0, stderr: '' })
    equal(/^\S*\d+\.\d+\.\d+\S*$/m.test(stdout), true, stdout)
  })

  test(`${label}: the packed program gives help, and nothing else`, () => {
    const { status, stdout, stderr } = run('--help')
    deepEqual({ status, stderr }, { status: 0, stderr: '' })
    equal(stdout.includes('redalert'), true, stdout)
  })

  test(`${label}: the packed program scans as the source does`, () => {
    const words = ['scan', '--csv', 'fixtures/logs/example']
    const launcher = join(root, 'packages', 'scanner', 'bin', 'redalert.js')
    const source = runOutside(process.execPath, [launcher, ...words], root)
    const { status, stdout, stderr } = run(...words)
    deepEqual({ status, stdout }, { status: source.status, stdout: source.stdout }, stderr)
    equal(stderr.includes('Warning'), false, stderr)
  })
}
