import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdir, rm, stat } from 'node:fs/promises'
import { basename, join, resolve } from 'node:path'
import { ownerFault } from '../fault.ts'
import { openSnapshot, writeSnapshot } from '../ranges/snapshot.ts'
import { assemble } from './assemble.ts'
import { bulkFiles, type DumpRegistry, dumpRegistries } from './bulk-files.ts'
import { delegationBuilder } from './delegated.ts'
import type { StoredPart } from './merge-parts.ts'
import { partBuilder } from './network-part.ts'
import { readBytes } from './read-bytes.ts'
import { readLines } from './read-lines.ts'
import { type BulkKind, recogniseBulk } from './recognise.ts'
import { tableBuilder } from './table-builder.ts'

/** How far a load is, and what it made. */
export type LoadStep =
  | { readonly kind: 'reading'; readonly file: string; readonly bytes: number; readonly of: number }
  | { readonly kind: 'read'; readonly file: string; readonly as: BulkKind; readonly rows: number }
  /** An interrupted load had read it already. */
  | { readonly kind: 'kept'; readonly file: string }
  | {
      readonly kind: 'made'
      readonly name: string
      readonly rows: number
      readonly dangling?: number
    }

export type LoadOptions = {
  readonly now: () => number
  readonly signal?: AbortSignal
  /** Whom the licence of a table asks to name. */
  readonly attribution?: string
}

/**
 * Makes bulk data ready to be asked: dumps in RPSL, statistics of the registries, tables of networks and countries,
 * packed or not. All files of a kind, and of a registry, belong into one load, for they replace what was there. What
 * was read is kept when the load is interrupted, and until the new data is whole the old stands.
 */
export async function* loadBulk(
  files: readonly string[],
  folder: string,
  options: LoadOptions,
): AsyncGenerator<LoadStep, void> {
  await mkdir(bulkFiles.parts(folder), { recursive: true, mode: 0o700 })
  const kinds = new Map<string, BulkKind>()
  for (const file of files) kinds.set(file, await kindOf(file))
  const of = (kind: BulkKind) => files.filter(file => kinds.get(file) === kind)
  const made = { loaded: new Date(options.now()).toISOString(), folder, options }
  yield* loadDumps(of('rpsl'), made)
  yield* loadDelegations(of('delegated'), made)
  yield* loadTable('asns', of('asns'), made)
  yield* loadTable('countries', of('countries'), made)
}

type Made = { readonly loaded: string; readonly folder: string; readonly options: LoadOptions }
type AboutPart = { readonly registry: string; readonly objects: number }

async function* loadDumps(files: readonly string[], made: Made): AsyncGenerator<LoadStep, void> {
  const parts = new Map<DumpRegistry, { part: StoredPart; file: string; path: string }[]>()
  for (const file of files) {
    const path = join(bulkFiles.parts(made.folder), await nameOfPart(file))
    if (existsSync(path) && openSnapshot(path, 'part').kind === 'snapshot')
      yield { kind: 'kept', file }
    else yield* makePart(file, path, made)
    const snapshot = openSnapshot<AboutPart>(path, 'part')
    if (snapshot.kind === 'no-snapshot') throw ownerFault('bad-bulk', snapshot.reason)
    const registry = dumpRegistries.find(name => name === snapshot.about.registry)
    if (!registry)
      throw ownerFault(
        'bad-bulk',
        `${file} is a dump of "${snapshot.about.registry}", which is none of ${dumpRegistries.join(', ')}`,
      )
    const pool = { offsets: snapshot.numbers('offsets'), bytes: snapshot.bytes('bytes') }
    const part = { numbers: snapshot.numbers, pool }
    parts.set(registry, [...(parts.get(registry) ?? []), { part, file, path }])
  }
  for (const [registry, list] of parts) {
    const { sections, networks, dangling } = assemble(list.map(({ part }) => part))
    if (networks === 0)
      throw ownerFault(
        'bad-bulk',
        `no file of ${registry} holds networks: give all files of a registry in one command`,
      )
    const about = {
      registry,
      networks,
      dangling,
      loaded: made.loaded,
      files: list.map(({ file }) => basename(file)),
    }
    await writeSnapshot(bulkFiles.networks(made.folder, registry), 'networks', { about, sections })
    yield { kind: 'made', name: registry, rows: networks, dangling }
    for (const { path } of list) await rm(path, { force: true })
  }
}

async function* makePart(file: string, path: string, made: Made): AsyncGenerator<LoadStep, void> {
  const builder = partBuilder()
  yield* feed(file, builder.take, made)
  const { registry, objects, sections } = builder.finish()
  await writeSnapshot(path, 'part', { about: { registry, objects } satisfies AboutPart, sections })
  yield { kind: 'read', file, as: 'rpsl', rows: objects }
}

async function* loadDelegations(
  files: readonly string[],
  made: Made,
): AsyncGenerator<LoadStep, void> {
  if (files.length === 0) return
  const builder = delegationBuilder()
  for (const file of files) {
    const before = builder.rows()
    yield* feed(file, builder.take, made)
    yield { kind: 'read', file, as: 'delegated', rows: builder.rows() - before }
  }
  const about = {
    loaded: made.loaded,
    files: files.map(file => basename(file)),
    dates: builder.dates(),
  }
  await writeSnapshot(bulkFiles.delegations(made.folder), 'delegations', {
    about,
    sections: builder.finish(),
  })
  yield { kind: 'made', name: 'delegations', rows: builder.rows() }
}

async function* loadTable(
  kind: 'asns' | 'countries',
  files: readonly string[],
  made: Made,
): AsyncGenerator<LoadStep, void> {
  const [first] = files
  if (first === undefined) return
  const builder = tableBuilder(kind)
  for (const file of files) {
    const before = builder.rows()
    yield* feed(file, builder.take, made)
    yield { kind: 'read', file, as: kind, rows: builder.rows() - before }
  }
  const { mtime } = await stat(first)
  const about = {
    rows: builder.rows(),
    asOf: mtime.toISOString().slice(0, 10),
    attribution: made.options.attribution ?? `from ${basename(first)}`,
    loaded: made.loaded,
    files: files.map(file => basename(file)),
  }
  await writeSnapshot(bulkFiles[kind](made.folder), kind, { about, sections: builder.finish() })
  yield { kind: 'made', name: kind, rows: builder.rows() }
}

const stepBytes = 16 * 1024 * 1024

async function* feed(
  file: string,
  take: (lines: readonly string[]) => void,
  { options: { signal } }: Made,
): AsyncGenerator<LoadStep, void> {
  const { size } = await stat(file)
  let read = 0
  let told = 0
  for await (const lines of readLines(readBytes(file, bytes => (read = bytes)))) {
    signal?.throwIfAborted()
    take(lines)
    if (read - told < stepBytes) continue
    told = read
    yield { kind: 'reading', file, bytes: read, of: size }
  }
}

async function kindOf(file: string): Promise<BulkKind> {
  for await (const lines of readLines(readBytes(file))) {
    const kind = recogniseBulk(lines)
    if (kind) return kind
    break
  }
  throw ownerFault('bad-bulk', `${file} is no dump, no statistics and no table that redalert knows`)
}

/** The same file at the same place, unchanged since. */
async function nameOfPart(file: string): Promise<string> {
  const { size, mtimeMs } = await stat(file)
  const text = `${resolve(file)}\n${size}\n${mtimeMs}`
  return `${createHash('sha256').update(text).digest('hex').slice(0, 32)}.part`
}
