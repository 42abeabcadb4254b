import { constants, type Stats } from 'node:fs'
import { lstat, mkdir, open, readdir, rename } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { type Instant, secondsOf } from '@redalert/core'
import type { Arrival } from '../arrival.ts'
import type { Incoming, Intake } from './intake.ts'

/** How a folder is watched. */
export type FolderOptions = {
  readonly folder: string
  /** Under whose name its files are kept; those of a folder inside it under the name of that folder. */
  readonly submitter: string
  readonly mostBytes: number
  readonly everyMilliseconds: number
  readonly now: () => Instant
}

/** Windows has not all of them, whatever the types say. */
const flags: Partial<typeof constants> = constants
const { O_RDONLY = 0, O_NOFOLLOW = 0, O_NONBLOCK = 0 } = flags
const endings = ['.eml', '.log', '.gz', '.json'] as const
/** A file that is younger may still be written. */
const restMilliseconds = 2000
/** A number before it leaves a name that every file system takes, whatever its letters. */
const longestNumbered = 60

/**
 * Takes in every file of a folder and of the folders in it: mails, logs, packed logs, submissions. A file is moved to
 * `done` when it is kept and to `failed` when it never can be; until then it lies where it lay.
 */
export function folderIntake(options: FolderOptions): Intake {
  const { folder, everyMilliseconds } = options
  return async function* watch(signal) {
    const open = new Set<string>()
    while (!signal.aborted) {
      for (const found of await filesIn(options)) {
        if (open.has(found.path) || signal.aborted) continue
        const incoming = await take(found, options, open)
        if (incoming) yield incoming
      }
      // A folder that went, or cannot be made now, is no reason to stop looking.
      await mkdir(folder, { recursive: true }).catch(() => undefined)
      await sleep(everyMilliseconds, undefined, { signal }).catch(() => undefined)
    }
  }
}

type Found = {
  readonly path: string
  readonly name: string
  readonly submitter: string
  readonly home: string
}

async function filesIn({ folder, submitter }: FolderOptions): Promise<readonly Found[]> {
  const own = await namesIn(folder)
  const found: Found[] = own.files.map(name => ({
    path: join(folder, name),
    name,
    submitter,
    home: folder,
  }))
  for (const inner of own.folders.filter(name => name !== 'done' && name !== 'failed')) {
    const home = join(folder, inner)
    for (const name of (await namesIn(home)).files) {
      found.push({ path: join(home, name), name, submitter: inner, home })
    }
  }
  return found
}

async function namesIn(folder: string) {
  try {
    const entries = await readdir(folder, { withFileTypes: true })
    return {
      files: entries
        .filter(entry => entry.isFile() && !entry.name.startsWith('.'))
        .map(({ name }) => name)
        .filter(name => endings.some(ending => name.toLowerCase().endsWith(ending)))
        .toSorted(),
      folders: entries
        .filter(
          entry => entry.isDirectory() && /^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/.test(entry.name),
        )
        .map(({ name }) => name)
        .toSorted(),
    }
  } catch {
    return { files: [], folders: [] }
  }
}

async function take(
  { path, name, submitter, home }: Found,
  options: FolderOptions,
  isOpen: Set<string>,
): Promise<Incoming | undefined> {
  const read = await readWhole(path, options)
  if (read === 'busy') return undefined
  if (read === 'too-large') {
    // What cannot be moved now lies there for the next look.
    await moveTo(join(home, 'failed'), path, name).catch(() => undefined)
    return undefined
  }
  isOpen.add(path)
  const arrival: Arrival = {
    at: options.now(),
    way: 'folder',
    submitter,
    proof: 'operator',
    shape: name.toLowerCase().endsWith('.eml') ? 'mail' : 'body',
    hints: {},
    body: read.body,
  }
  return {
    arrival,
    async settle({ kind }) {
      // What was written to since is not what is kept: it is taken again, as it is then.
      if (kind === 'kept' && isSame(await lstat(path), read.stats))
        await moveTo(join(home, 'done'), path, name)
      isOpen.delete(path)
    },
  }
}

/** The bytes of a file that nobody has written to for a while. What is no file, or a link to one, is none. */
async function readWhole(
  path: string,
  { mostBytes, now }: FolderOptions,
): Promise<{ readonly body: Buffer; readonly stats: Stats } | 'busy' | 'too-large'> {
  try {
    await using file = await open(path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK)
    const stats = await file.stat()
    // A time that is yet to come is that of another clock, and says nothing of how old the file is.
    const age = Math.abs(secondsOf(now()) * 1000 - stats.mtimeMs)
    if (!stats.isFile() || age < restMilliseconds) return 'busy'
    if (stats.size > mostBytes) return 'too-large'
    const body = await file.readFile()
    return isSame(await file.stat(), stats) ? { body, stats } : 'busy'
  } catch {
    return 'busy'
  }
}

function isSame(one: Stats, other: Stats): boolean {
  return one.ino === other.ino && one.size === other.size && one.mtimeMs === other.mtimeMs
}

/** A name that is taken there gets a number, so that nothing is overwritten. */
async function moveTo(folder: string, path: string, name: string): Promise<void> {
  await mkdir(folder, { recursive: true })
  if (!(await lstat(folder)).isDirectory()) throw new Error(`${folder} is no folder of its own`)
  let free = name
  for (let number = 1; await isTaken(join(folder, free)); number++)
    free = `${number}-${name.slice(-longestNumbered)}`
  await rename(path, join(folder, free))
}

async function isTaken(path: string): Promise<boolean> {
  try {
    await lstat(path)
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return false
    throw error
  }
}
