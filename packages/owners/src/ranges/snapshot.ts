import { closeSync, fstatSync, openSync, readSync } from 'node:fs'
import { open, rename, rm } from 'node:fs/promises'
import { checkSum } from './check-sum.ts'

/**
 * A file of plain arrays behind a line of JSON. Opening it reads it over, so that damage is known at once, and keeps nothing;
 * an array is read when it is first asked for, from the file as it was when it was opened, and no row is ever parsed.
 */
export type Snapshot<About> = {
  readonly kind: 'snapshot'
  readonly about: About
  readonly numbers: (name: string) => Uint32Array
  readonly signed: (name: string) => Int32Array
  readonly bytes: (name: string) => Uint8Array
}

/** What a snapshot holds, by name. */
export type Sections = Readonly<Record<string, Uint32Array | Int32Array | Uint8Array>>

/** A file that is no snapshot, of another kind or version, shorter than it was, or damaged. */
export type NoSnapshot = { readonly kind: 'no-snapshot'; readonly reason: string }

const magic = 'redalert-ranges-1\n'
const alignment = 8

type Header = {
  readonly kind: string
  readonly about: unknown
  readonly sum: number | null
  readonly sections: readonly {
    readonly name: string
    readonly at: number
    readonly length: number
  }[]
}

/** Writes a snapshot; until the last byte of the new one is on disk, the old one stands whole. */
export async function writeSnapshot(
  path: string,
  kind: string,
  { about, sections }: { about: unknown; sections: Sections },
): Promise<void> {
  let at = 0
  const list = Object.entries(sections).map(([name, { byteLength }]) => {
    const place = { name, at, length: byteLength }
    at = padded(at + byteLength)
    return place
  })
  const sum = checkSum(Object.values(sections).map(bytesOf))
  const text = `${magic}${JSON.stringify({ kind, about, sum, sections: list } satisfies Header)}`
  const bare = new TextEncoder().encode(`${text}\n`)
  const header = new Uint8Array(padded(bare.length)).fill(0x20)
  header.set(bare.subarray(0, bare.length - 1))
  header[header.length - 1] = 0x0a
  const half = `${path}.half`
  const file = await open(half, 'w')
  try {
    await file.writeFile(header)
    for (const section of Object.values(sections)) {
      await file.writeFile(bytesOf(section))
      await file.writeFile(new Uint8Array(padded(section.byteLength) - section.byteLength))
    }
    await file.sync()
  } catch (error) {
    await file.close()
    await rm(half, { force: true })
    throw error
  }
  await file.close()
  await rename(half, path)
}

/** Opens a snapshot of a kind; what is not whole and unchanged is refused, so that it names no wrong owner. */
export function openSnapshot<About>(path: string, kind: string): Snapshot<About> | NoSnapshot {
  const file = { number: openSync(path, 'r') }
  closing.register(file, file.number, file)
  const refused = (reason: string): NoSnapshot => {
    closing.unregister(file)
    closeSync(file.number)
    return { kind: 'no-snapshot', reason }
  }
  const head = readHead(file.number)
  if (head === undefined)
    return refused(`${path} was not written by redalert, or by another version of it`)
  const header = readHeader(head.text)
  if (!header) return refused(`the first line of ${path} is damaged`)
  if (header.kind !== kind) return refused(`${path} holds ${header.kind}, not ${kind}`)
  if (isBigEndian) return refused('this machine keeps numbers the other way round')
  const places = header.sections.map(({ name, at, length }) => ({
    name,
    at: head.end + at,
    length,
  }))
  const { size } = fstatSync(file.number)
  if (places.some(({ at, length }) => at + length > size))
    return refused(`${path} is shorter than it was`)
  const sum = checkSum(piecesOf(file.number, places))
  if (sum !== null && header.sum !== null && sum !== header.sum)
    return refused(`${path} is damaged: load its data again`)
  const read = (name: string): ArrayBuffer => {
    const { at, length } = places.find(place => place.name === name) ?? { at: 0, length: 0 }
    // Memory that is not cleared first, and no piece of a pool: every byte is read over.
    const bytes = Buffer.allocUnsafeSlow(length)
    if (readInto(file.number, bytes, at) < length)
      throw new Error(`${path} was cut while it was in use: load its data again`)
    return bytes.buffer
  }
  return {
    kind: 'snapshot',
    about: header.about as About,
    numbers: name => new Uint32Array(read(name)),
    signed: name => new Int32Array(read(name)),
    bytes: name => new Uint8Array(read(name)),
  }
}

const isBigEndian = new Uint8Array(new Uint32Array([1]).buffer)[0] === 0

/** A snapshot has no end of its own: its file is closed when nobody can ask it any more. */
const closing = new FinalizationRegistry<number>(closeSync)

/** The first line, and where what follows it begins; undefined when it is not a snapshot's. */
function readHead(file: number): { text: string; end: number } | undefined {
  let bytes = Buffer.alloc(0)
  for (;;) {
    const more = Buffer.alloc(pieceSize)
    const read = readInto(file, more, bytes.length)
    bytes = Buffer.concat([bytes, more.subarray(0, read)])
    if (decode(bytes.subarray(0, magic.length)) !== magic) return undefined
    const end = bytes.indexOf(0x0a, magic.length)
    if (end !== -1) return { text: decode(bytes.subarray(magic.length, end)), end: end + 1 }
    if (read < pieceSize) return undefined
  }
}

/** Sections piece by piece, all in the same memory: fresh memory costs more than reading does. */
function* piecesOf(
  file: number,
  places: readonly { readonly at: number; readonly length: number }[],
): Generator<Uint8Array> {
  const piece = Buffer.allocUnsafe(pieceSize)
  for (const { at, length } of places) {
    for (let done = 0; done < length; done += pieceSize) {
      const part = piece.subarray(0, Math.min(pieceSize, length - done))
      yield part.subarray(0, readInto(file, part, at + done))
    }
  }
}

const pieceSize = 65_536

/** Reads until the memory is full or the file ends, and says how many bytes that were. */
function readInto(file: number, bytes: Uint8Array, from: number): number {
  let at = 0
  while (at < bytes.length) {
    const read = readSync(file, bytes, at, bytes.length - at, from + at)
    if (read === 0) break
    at += read
  }
  return at
}

function readHeader(text: string): Header | undefined {
  try {
    return JSON.parse(text) as Header
  } catch {
    return undefined
  }
}

function decode(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes)
}

function bytesOf(section: Uint32Array | Int32Array | Uint8Array): Uint8Array {
  return new Uint8Array(section.buffer, section.byteOffset, section.byteLength)
}

function padded(length: number): number {
  return Math.ceil(length / alignment) * alignment
}
