import { closeSync, fstatSync, openSync, readSync } from 'node:fs'
import { open, rename, rm } from 'node:fs/promises'
import { checkSum } from './check-sum.ts'

/** A file of plain arrays behind a line of JSON: opened by reading it, without parsing a row. */
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
  const bytes = readWhole(path)
  const end = bytes.indexOf(0x0a, magic.length)
  if (decode(bytes.subarray(0, magic.length)) !== magic || end === -1)
    return refused(`${path} was not written by redalert, or by another version of it`)
  const header = readHeader(decode(bytes.subarray(magic.length, end)))
  if (!header) return refused(`the first line of ${path} is damaged`)
  if (header.kind !== kind) return refused(`${path} holds ${header.kind}, not ${kind}`)
  if (isBigEndian) return refused('this machine keeps numbers the other way round')
  const places = new Map(header.sections.map(section => [section.name, section]))
  const from = end + 1
  if (header.sections.some(({ at, length }) => from + at + length > bytes.length))
    return refused(`${path} is shorter than it was`)
  const parts = header.sections.map(({ at, length }) =>
    bytes.subarray(from + at, from + at + length),
  )
  const sum = checkSum(parts)
  if (sum !== null && header.sum !== null && sum !== header.sum)
    return refused(`${path} is damaged: load its data again`)
  const place = (name: string): [ArrayBuffer, number, number] => {
    const { at, length } = places.get(name) ?? { at: 0, length: 0 }
    return [bytes.buffer, from + at, length]
  }
  const words = (name: string): [ArrayBuffer, number, number] => {
    const [buffer, at, length] = place(name)
    return [buffer, at, length / 4]
  }
  return {
    kind: 'snapshot',
    about: header.about as About,
    numbers: name => new Uint32Array(...words(name)),
    signed: name => new Int32Array(...words(name)),
    bytes: name => new Uint8Array(...place(name)),
  }
}

const isBigEndian = new Uint8Array(new Uint32Array([1]).buffer)[0] === 0

function readWhole(path: string): Uint8Array<ArrayBuffer> {
  const file = openSync(path, 'r')
  try {
    // Memory that is not cleared first, and no piece of a pool: every byte is read over, and arrays lie on it.
    const { buffer } = Buffer.allocUnsafeSlow(fstatSync(file).size)
    const bytes = new Uint8Array(buffer)
    let at = 0
    while (at < bytes.length) {
      const read = readSync(file, bytes, at, bytes.length - at, at)
      if (read === 0) return bytes.slice(0, at)
      at += read
    }
    return bytes
  } finally {
    closeSync(file)
  }
}

function readHeader(text: string): Header | undefined {
  try {
    return JSON.parse(text) as Header
  } catch {
    return undefined
  }
}

function refused(reason: string): NoSnapshot {
  return { kind: 'no-snapshot', reason }
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
