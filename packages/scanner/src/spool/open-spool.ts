import { mkdir, readdir, readFile, rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { Instant } from '@redalert/core'
import { isAlive } from './is-alive.ts'
import { readSpooled, readSpooledHead, spooledText } from './spooled-text.ts'
import type { Spooled, SpooledHead } from './spooled.ts'
import { syncFolder, writeDurably } from './write-durably.ts'

/** What happened to a submission so far. */
export type SpoolNote = {
  readonly tries: number
  /** Not to be tried again before then. */
  readonly until: Instant | null
  readonly reason: string
}

export type Waiting = { readonly head: SpooledHead; readonly note: SpoolNote | undefined }

/** A submission that this process alone sends; it is lost to nobody when the process dies. */
export type Claim = { readonly spooled: Spooled; readonly note: SpoolNote | undefined }

/** Submissions on disk, each a file that goes away only when somebody else has it safely. */
export type Spool = {
  readonly folder: string
  /** Keeps submissions; when it comes back, they are safe. One that waits already is not doubled. */
  readonly add: (all: readonly Spooled[]) => Promise<void>
  /** Those that wait, the oldest first. */
  readonly waiting: () => Promise<readonly Waiting[]>
  /** Those that were refused for good, with the reason. */
  readonly refused: () => Promise<readonly Waiting[]>
  /** Undefined when another process has it or it is gone. */
  readonly claim: (id: string) => Promise<Claim | undefined>
  /** It was taken: it is here no more. */
  readonly settle: (claim: Claim) => Promise<void>
  readonly postpone: (claim: Claim, note: SpoolNote) => Promise<void>
  readonly refuse: (claim: Claim, note: SpoolNote) => Promise<void>
  /** Lets one that was refused wait again. */
  readonly revive: (id: string) => Promise<void>
  /** Throws one away; false when there is none. */
  readonly drop: (id: string) => Promise<boolean>
}

/** No try takes so long: whoever claimed it died, though its number may be another's by now. */
const longestClaim = 15 * 60_000

/** Opens the spool in a folder, which is made. The token tells this process from another one with its number. */
export async function openSpool(
  folder: string,
  { token, now }: { readonly token: string; readonly now: () => number },
): Promise<Spool> {
  const place = (name: string) => join(folder, name)
  const [waitingFolder, sendingFolder, refusedFolder, noteFolder] = [
    place('waiting'),
    place('sending'),
    place('refused'),
    place('notes'),
  ]
  for (const each of [waitingFolder, sendingFolder, refusedFolder, noteFolder])
    await mkdir(each, { recursive: true, mode: 0o700 })
  const file = (id: string) => `${id}.json`
  const waitingFile = (id: string) => join(waitingFolder, file(id))
  const refusedFile = (id: string) => join(refusedFolder, file(id))
  const noteFile = (id: string) => join(noteFolder, file(id))
  const claimFile = (id: string) => join(sendingFolder, `${id}.${process.pid}.${token}.json`)

  /** Submissions of processes that died wait again. */
  async function recover(): Promise<void> {
    for (const name of await readdir(sendingFolder)) {
      const [id = '', pid, owner] = name.split('.')
      if (owner === token) continue
      const path = join(sendingFolder, name)
      const stats = await stat(path).catch(() => undefined)
      const isOld = stats !== undefined && now() - stats.ctimeMs > longestClaim
      if (isOld || Number(pid) === process.pid || !isAlive(Number(pid)))
        await rename(path, waitingFile(id)).catch(ignoreAbsence)
    }
  }

  async function listed(from: string): Promise<readonly Waiting[]> {
    const found: Waiting[] = []
    for (const name of await readdir(from)) {
      if (!name.endsWith('.json')) continue
      const head = await readSpooledHead(join(from, name))
      if (head) found.push({ head, note: await noteOf(head.id) })
    }
    return found.toSorted((one, other) => compare(one.head, other.head))
  }

  async function noteOf(id: string): Promise<SpoolNote | undefined> {
    try {
      return JSON.parse(await readFile(noteFile(id), 'utf8')) as SpoolNote
    } catch {
      return undefined
    }
  }

  async function release({ spooled: { id } }: Claim, to: string, note: SpoolNote): Promise<void> {
    await writeDurably(noteFile(id), JSON.stringify(note))
    await rename(claimFile(id), to)
    await syncFolder(refusedFolder)
  }

  return {
    folder,
    async add(all) {
      const claimed = new Set((await readdir(sendingFolder)).map(name => name.split('.')[0]))
      for (const each of all) {
        if (!claimed.has(each.id)) await writeDurably(waitingFile(each.id), spooledText(each))
        await rm(refusedFile(each.id), { force: true })
      }
    },
    async waiting() {
      await recover()
      return listed(waitingFolder)
    },
    refused: () => listed(refusedFolder),
    async claim(id) {
      try {
        await rename(waitingFile(id), claimFile(id))
      } catch (error) {
        ignoreAbsence(error)
        return undefined
      }
      return { spooled: await readSpooled(claimFile(id)), note: await noteOf(id) }
    },
    async settle({ spooled: { id } }) {
      await rm(claimFile(id), { force: true })
      await rm(noteFile(id), { force: true })
      await syncFolder(sendingFolder)
    },
    postpone: (claim, note) => release(claim, waitingFile(claim.spooled.id), note),
    refuse: (claim, note) => release(claim, refusedFile(claim.spooled.id), note),
    async revive(id) {
      await rename(refusedFile(id), waitingFile(id)).catch(ignoreAbsence)
    },
    async drop(id) {
      const places = [waitingFile(id), refusedFile(id)]
      const gone = await Promise.all(places.map(path => rm(path).then(() => true, ignoreAbsence)))
      await rm(noteFile(id), { force: true })
      return gone.includes(true)
    },
  }
}

function ignoreAbsence(error: unknown): false {
  if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return false
  throw error
}

function compare(one: SpooledHead, other: SpooledHead): number {
  const [a, b] = [`${one.made} ${one.id}`, `${other.made} ${other.id}`]
  return a < b ? -1 : a > b ? 1 : 0
}
