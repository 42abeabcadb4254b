import { nearestName } from '@redalert/core'
import { type BulkStatus, loadBulk, type LoadStep, openBulk } from '@redalert/owners'
import { resolve } from 'node:path'
import { Fault } from '../../fault.ts'
import { ownersFolder } from '../../owners/owner-parts.ts'
import { type Command, dataOption, type Given } from '../command.ts'
import { dataFolder } from '../folder-of.ts'
import { type Io, writeLines } from '../io.ts'
import { safeJson, safeText } from '../safe-text.ts'

/** `owners load` and `owners status`: the bulk data by which owners are found without asking anybody. */
export const owners: Command = {
  usage: 'owners load FILE… | status --data DIR [--attribution TEXT] [--json]',
  does: 'load the data of the registries (docs/owners.md names the files), or show what is loaded',
  options: { ...dataOption, attribution: { type: 'string' }, json: { type: 'boolean' } },
  words: { least: 1, most: 10_000 },
  async run(given, io) {
    const [action = '', ...files] = given.words
    const folder = ownersFolder(dataFolder(given, io.cwd()))
    if (action === 'status') return await showStatus(openBulk(folder).status, given, io)
    if (action !== 'load') {
      const nearest = nearestName(action, ['load', 'status'])
      throw new Fault(
        'bad-config',
        `There is no owners ${JSON.stringify(action)}${nearest === undefined ? ': it can be load or status' : `: did you mean ${nearest}?`}`,
      )
    }
    if (files.length === 0)
      throw new Fault('bad-config', 'Name the files to load; docs/owners.md says which there are.')
    return await load(folder, { files, given, io })
  },
}

type Loading = { readonly files: readonly string[]; readonly given: Given; readonly io: Io }

/** Interrupted, it says so and ends: what was read whole need not be read again, and the old data stands. */
async function load(folder: string, { files, given, io }: Loading): Promise<number> {
  const stopping = new AbortController()
  const stop = () => stopping.abort()
  io.on('SIGINT', stop)
  io.on('SIGTERM', stop)
  const { attribution } = given.options
  const show = progress(io)
  try {
    const paths = files.map(file => resolve(io.cwd(), file))
    for await (const step of loadBulk(paths, folder, {
      now: Date.now,
      signal: stopping.signal,
      ...(typeof attribution === 'string' && { attribution }),
    })) {
      show(step)
      if (step.kind !== 'reading') await writeLines(io, [safeText(sentence(step))])
    }
    return 0
  } catch (error) {
    if (!stopping.signal.aborted) throw readable(error)
    io.stderr.write(
      'redalert-collector: stopped: the data of before stands. Say the same again to go on.\n',
    )
    return 2
  } finally {
    io.off('SIGINT', stop)
    io.off('SIGTERM', stop)
  }
}

/** A file that is not there is the person's to name rightly. */
function readable(error: unknown): unknown {
  const { code, path, message } = error as NodeJS.ErrnoException
  const isMissing = code === 'ENOENT' || code === 'EACCES' || code === 'EISDIR'
  return isMissing ? new Fault('bad-config', `${path ?? message} cannot be read.`, error) : error
}

/** A line on a terminal that says how far a file is, and how long the rest takes. */
function progress({ stderr }: Io): (step: LoadStep) => void {
  const begun = new Map<string, number>()
  return step => {
    if (!stderr.isTTY) return
    if (step.kind !== 'reading') {
      stderr.write('\r\u001b[K')
      return
    }
    const { file, bytes, of } = step
    const start = begun.get(file) ?? Date.now()
    begun.set(file, start)
    const left = ((Date.now() - start) / bytes) * (of - bytes)
    const share = Math.floor((bytes / of) * 100)
    stderr.write(`\r\u001b[K${safeText(file)} ${share} %, ${Math.ceil(left / 1000)} s left`)
  }
}

function sentence(step: Exclude<LoadStep, { readonly kind: 'reading' }>): string {
  switch (step.kind) {
    case 'read':
      return `read ${step.file}: ${many(step.rows)} ${rowsOf[step.as]}`
    case 'kept':
      return `kept ${step.file}: an earlier load had read it`
    case 'made': {
      const dangling = step.dangling ?? 0
      const lost = dangling > 0 ? `; ${many(dangling)} contacts are named that no file holds` : ''
      return `ready: ${step.name}, ${many(step.rows)} ${step.name === 'delegations' ? 'delegations' : 'ranges'}${lost}`
    }
  }
}

const rowsOf = { rpsl: 'objects', delegated: 'delegations', asns: 'ranges', countries: 'ranges' }

async function showStatus(status: BulkStatus, given: Given, io: Io): Promise<number> {
  const { networks, delegations, asns, countries, refused } = status
  for (const reason of refused) io.stderr.write(`redalert-collector: ${safeText(reason)}\n`)
  const tables = [
    ...(asns ? [{ name: 'origin networks', table: asns }] : []),
    ...(countries ? [{ name: 'countries', table: countries }] : []),
  ]
  const lines = [
    ...networks.map(
      ({ registry, networks: count, dangling, loaded }) =>
        `${registry}: ${many(count)} networks, loaded ${loaded.slice(0, 10)}${dangling > 0 ? `; ${many(dangling)} contacts missing` : ''}`,
    ),
    ...(delegations
      ? [
          `delegations: ${Object.entries(delegations.dates)
            .map(([registry, date]) => `${registry} of ${date}`)
            .join(', ')}, loaded ${delegations.loaded.slice(0, 10)}`,
        ]
      : []),
    ...tables.map(
      ({ name, table }) =>
        `${name}: ${many(table.rows)} ranges of ${table.asOf}, ${table.attribution}, loaded ${table.loaded.slice(0, 10)}; shown, and never decides whom to tell`,
    ),
  ]
  const isNone = lines.length === 0
  if (given.options['json'] === true)
    await writeLines(io, [safeJson({ kind: 'owners', ...status })])
  else
    await writeLines(
      io,
      isNone ? ['Nothing is loaded: every owner is asked for.'] : lines.map(safeText),
    )
  if (refused.length > 0) return 2
  return isNone ? 1 : 0
}

function many(count: number): string {
  return count.toLocaleString('en-US')
}
