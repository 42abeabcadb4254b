import { open } from 'node:fs/promises'
import type { Line } from '../read/line.ts'
import { peek } from '../read/peek.ts'
import { type Candidate, candidates } from './candidates.ts'
import { type Followed, newlyFollowed, printLengths, printOf } from './followed.ts'
import { openHandles } from './open-handles.ts'
import { readOn } from './read-on.ts'
import { recogniseFollowed } from './recognise-followed.ts'
import { packedSource, plainSource, type Source } from './source.ts'

/** What follows logs through every kind of rotation. */
export type Follower = {
  /** Looks once for what was written since the last look. */
  readonly look: () => Promise<void>
  readonly close: () => Promise<void>
}

export type FollowOptions = {
  readonly names: readonly string[]
  readonly folder: string
  /** What is followed; it grows and changes. */
  readonly followed: Followed[]
  /** When somebody looked last, in milliseconds; undefined when nobody ever did. */
  readonly lookedAt: () => number | undefined
  readonly now: () => number
  /** Takes lines; when it comes back, they count as read. */
  readonly take: (lines: readonly Line[], followed: Followed) => Promise<void>
  /** Tells of a file that cannot be followed, each once. */
  readonly tell: (message: string) => void
}

/** An older part of a log is whole when nobody has written to it for so long. */
const settledMs = 60_000
/** File systems round times. */
const slackMs = 2000
const mostGone = 32

/** Makes a follower. Logs are known by what stands in them, and not by what they are called. */
export function follow(options: FollowOptions): Follower {
  const { names, folder, followed, now, take, tell } = options
  const handles = openHandles()
  /** Looks of files that say nothing new. */
  const dull = new Set<string>()
  const told = new Set<string>()

  async function read(source: Source, each: Followed, isFinal: boolean): Promise<void> {
    for await (const lines of readOn(source, each, { isFinal })) await take(lines, each)
  }

  /** A log whose name means another file by now is read on for a while: its server may not know yet, and it may be deleted. */
  async function drain(): Promise<void> {
    for (const { followed: each, handle } of await handles.replaced()) {
      const source = plainSource(handle)
      const recognised = await recogniseFollowed(source, each.key, [each])
      if (recognised.kind !== 'known') {
        // It was emptied before it got its other name: what stands in it now is another log.
        const next = newlyFollowed(each.path, each.key, each.headers)
        each.key = ''
        followed.push(next)
        await read(source, next, false)
        await handles.release(each)
        continue
      }
      const isSettled = now() - (await handle.stat()).mtimeMs > settledMs
      await read(source, each, isSettled)
      if (isSettled) await handles.release(each)
    }
  }

  async function visit(candidate: Candidate): Promise<void> {
    const { path, key, size, look, isLive, changed } = candidate
    const same = followed.find(each => each.key === key)
    const isSettled = !isLive && now() - changed > settledMs
    if (dull.has(look)) return
    if (same?.seen === look && !(isSettled && same.wanted && same.at < size)) return
    if (size === 0) {
      // Emptied: what was read of it may lie in a copy.
      if (same && same.at > 0) same.key = ''
      return
    }
    const content = await peek(path)
    const isPacked = content.kind === 'gzip' || content.kind === 'zstd'
    if (!isPacked && (content.kind !== 'text' || content.encoding !== 'bytes')) {
      dull.add(look)
      if (isLive && !told.has(path)) tell(`${path} cannot be followed: it is no plain text`)
      told.add(path)
      return
    }
    const handle = isPacked ? undefined : await open(path, 'r')
    try {
      const source = handle ? plainSource(handle) : packedSource(path)
      const each = await identify(source, candidate)
      if (!each) return
      Object.assign(each, { path, key })
      if (each.wanted) await read(source, each, isPacked || isSettled)
      each.seen = look
      if (isLive && each.wanted) await handles.keep(each)
      if (!isLive && (isPacked || isSettled)) dull.add(look)
    } finally {
      await handle?.close()
    }
  }

  /** The log that a file holds; undefined when it says nothing new. */
  async function identify(
    source: Source,
    { path, key, look, isLive, changed }: Candidate,
  ): Promise<Followed | undefined> {
    const recognised = await recogniseFollowed(source, key, followed)
    // A new log may begin as an old one did, all header; it is not left for a copy.
    if (recognised.kind === 'copy' && !isLive) {
      dull.add(look)
      return undefined
    }
    for (const each of followed)
      if (each.key === key && (recognised.kind !== 'known' || recognised.followed !== each))
        each.key = ''
    if (recognised.kind === 'known') return recognised.followed
    const before = followed.findLast(each => each.origin === path)
    const next = newlyFollowed(path, key, before?.headers ?? [])
    const lookedAt = options.lookedAt()
    const isMissed = lookedAt !== undefined && changed >= lookedAt - slackMs
    followed.push(next)
    if (isLive || isMissed) return next
    const head = await source.range(0, printLengths.head)
    const print = printOf(head)
    return Object.assign(next, {
      wanted: false,
      at: head.length,
      head: print,
      tail: printOf(head.subarray(-printLengths.tail)),
    })
  }

  /** Of logs whose files are gone, only the last ones can come back packed or copied. */
  function forget(present: readonly Candidate[]): void {
    const keys = new Set(present.map(({ key }) => key))
    const gone = followed.filter(({ key }) => !keys.has(key))
    for (const each of gone.slice(0, -mostGone)) followed.splice(followed.indexOf(each), 1)
  }

  return {
    async look() {
      await drain()
      const present = await candidates(names, folder, followed)
      for (const candidate of present) {
        try {
          await visit(candidate)
        } catch (error) {
          // It went away or may not be read: the next look tries again.
          const reason = error instanceof Error ? error.message : String(error)
          if (!told.has(reason)) tell(`${candidate.path}: ${reason}`)
          told.add(reason)
        }
      }
      forget(present)
      if (dull.size > 10_000) dull.clear()
    },
    close: handles.close,
  }
}
