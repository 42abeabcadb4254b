import { createHash } from 'node:crypto'
import { closeSync, ftruncateSync, openSync, readSync, rmSync, statSync, writeSync } from 'node:fs'
import { deserialize, serialize } from 'node:v8'
import { type ReadRemark, remark } from '../read/fault.ts'
import { outputFault } from '../report/output-fault.ts'
import type { Done, Task } from '../threads/task.ts'

/** What a scan has read so far, in a file, so that another one need not read it again. */
export type Journal = {
  /** As a person named the file. */
  readonly name: string
  readonly knows: (task: Task) => boolean
  /** What came of a task, and the task as it was done; undefined when it is to be done. */
  readonly take: (task: Task) => { readonly task: Task; readonly done: Done } | undefined
  /** Notes what came of a task, when its file is as it was when this was opened; what is wrong when it cannot, once. */
  readonly add: (task: Task, done: Done) => ReadRemark | undefined
  readonly close: () => void
  /** Closes it and removes the file: the scan is whole. */
  readonly remove: () => void
}

/** Why a file cannot be the journal of a scan. */
export type NoJournal = { readonly wrong: string }

/** What stands behind the length and the digest of a record. */
type Noted = { readonly key: string; readonly slice: Task['slice']; readonly done: Done }

const magic = Buffer.from('redalert scan, to be resumed 1\n')
const digestLength = 8
const headLength = 4 + digestLength
/** No part of a scan is larger; a length beyond it is damage. */
const longestRecord = 1 << 30

/**
 * Opens the journal of a scan, or begins it. What was written last before a crash may be damaged: it is left out, and read
 * again from the logs. A file of another scan, or none of ours, is refused and stays as it is.
 */
export function openJournal(name: string, path: string, identity: unknown): Journal | NoJournal {
  const file = openSync(path, 'a+', 0o600)
  const head = Buffer.concat([magic, digest(serialize(identity))])
  const start = bytesAt(file, 0, head.length)
  if (start.length === 0) writeSync(file, head)
  else if (!head.equals(start)) {
    closeSync(file)
    return magic.equals(start.subarray(0, magic.length))
      ? {
          wrong: `${name} belongs to another scan, with other families or flags (a --since counted from now is another one each time): repeat its command, or remove the file`,
        }
      : { wrong: `${name} is not what --resume writes: name a file that is not there yet` }
  }
  const places = new Map<string, Place>()
  let end = head.length
  for (;;) {
    const place = placeAt(file, end)
    const noted = place && notedAt(file, place)
    if (!place || !noted) break
    places.set(noted.key, place)
    end = place.at + place.length
  }
  ftruncateSync(file, end)
  // A file that changes from now on is not what was read.
  let failed = false
  const keys = new Map<string, string | undefined>()
  const keyOf = (task: Task): string | undefined => {
    const { path: log } = task.log
    if (log === undefined || task.here) return undefined
    if (!keys.has(log)) keys.set(log, stateOf(log))
    const state = keys.get(log)
    return state && `${state} ${task.slice ? `${task.slice.from} ${task.slice.to}` : 'whole'}`
  }
  return {
    name,
    knows: task => places.has(keyOf(task) ?? ''),
    take(task) {
      const place = places.get(keyOf(task) ?? '')
      const noted = place && notedAt(file, place)
      if (!noted) return undefined
      const { slice, done } = noted
      return { task: slice ? { ...task, slice } : task, done }
    },
    add(task, done) {
      const key = keyOf(task)
      const { path: log = '' } = task.log
      if (failed || key === undefined || keys.get(log) !== stateOf(log)) return undefined
      const bytes = serialize({ key, slice: task.slice, done } satisfies Noted)
      const length = Buffer.alloc(4)
      length.writeUInt32LE(bytes.length)
      try {
        writeSync(file, Buffer.concat([length, digest(bytes), bytes]))
        return undefined
      } catch (error) {
        failed = true
        const why = outputFault(error, name).message
        return remark(
          'not-noted',
          name,
          `${why}; from here on nothing is noted, and would be read again`,
        )
      }
    },
    close: () => closeSync(file),
    remove() {
      closeSync(file)
      rmSync(path, { force: true })
    },
  }
}

type Place = { readonly at: number; readonly length: number; readonly digest: Buffer }

function placeAt(file: number, at: number): Place | undefined {
  const head = bytesAt(file, at, headLength)
  if (head.length < headLength) return undefined
  const length = head.readUInt32LE(0)
  if (length > longestRecord) return undefined
  return { at: at + headLength, length, digest: Buffer.from(head.subarray(4)) }
}

function notedAt(file: number, place: Place): Noted | undefined {
  const bytes = bytesAt(file, place.at, place.length)
  return bytes.length === place.length && digest(bytes).equals(place.digest)
    ? (deserialize(bytes) as Noted)
    : undefined
}

/** What tells a file from any other, and from itself after a change; undefined when it cannot be looked at. */
function stateOf(path: string): string | undefined {
  try {
    const { dev, ino, size, mtimeMs } = statSync(path)
    return `${path} ${dev} ${ino} ${size} ${mtimeMs}`
  } catch {
    return undefined
  }
}

function bytesAt(file: number, at: number, length: number): Buffer {
  const bytes = Buffer.alloc(length)
  let got = 0
  while (got < length) {
    const read = readSync(file, bytes, got, length - got, at + got)
    if (read === 0) break
    got += read
  }
  return bytes.subarray(0, got)
}

function digest(bytes: Uint8Array): Buffer {
  return createHash('sha256').update(bytes).digest().subarray(0, digestLength)
}
