import { createReadStream } from 'node:fs'
import { open } from 'node:fs/promises'
import { resolve } from 'node:path'
import type { FileFault, FileRemark } from '../finding.ts'
import { findLogs } from '../read/find-logs.ts'
import { ofTime } from '../read/of-time.ts'
import { collect, type CollectOptions } from './collect.ts'
import { isScanText, textLines } from '../report/scan-text.ts'
import { takeScan } from './take-scan.ts'
import type { Told } from './told.ts'

export type TakeInOptions = Omit<CollectOptions, 'tell' | 'input'> & {
  readonly folder: string
  readonly stdin: AsyncIterable<Uint8Array>
  readonly tell: (finding: FileFault | FileRemark) => void
}

/** Takes in what is named: logs, and what scans wrote down, each told by its content. */
export async function takeIn(
  words: readonly string[],
  options: TakeInOptions,
): Promise<readonly Told[] | { readonly wrong: string }> {
  const { folder, stdin } = options
  const told: Told[] = []
  const logs: string[] = []
  let input: AsyncIterable<Uint8Array> | undefined
  for (const word of words) {
    const chunks =
      word === '-' && !input ? await scanOfInput(stdin) : await scanOfFile(resolve(folder, word))
    if (word === '-' && chunks.isLog) input = chunks.bytes
    if (chunks.isLog) {
      logs.push(word)
      continue
    }
    const taken = await takeScan(textLines(chunks.bytes), word === '-' ? 'standard input' : word)
    if ('wrong' in taken) return taken
    told.push(taken)
  }
  if (logs.length > 0) {
    const found = ofTime(await findLogs(logs, { folder }), options)
    told.push(await collect(found, { ...options, ...(input && { input }) }))
  }
  return told
}

type Opened = { readonly isLog: boolean; readonly bytes: AsyncIterable<Uint8Array> }

async function scanOfFile(path: string): Promise<Opened> {
  const none: Opened = { isLog: true, bytes: nothing() }
  const file = await open(path, 'r').catch(() => undefined)
  try {
    if (!file || !(await file.stat()).isFile()) return none
    const { buffer, bytesRead } = await file.read(Buffer.alloc(64), 0, 64, 0)
    if (!isScanText(buffer.subarray(0, bytesRead))) return none
  } finally {
    await file?.close()
  }
  return { isLog: false, bytes: createReadStream(path) }
}

/** The first chunk decides, and is read again with the rest. */
async function scanOfInput(stdin: AsyncIterable<Uint8Array>): Promise<Opened> {
  const chunks = stdin[Symbol.asyncIterator]()
  const taken: Uint8Array[] = []
  let length = 0
  while (length < 64) {
    const { done, value } = await chunks.next()
    if (done) break
    taken.push(value)
    length += value.length
  }
  return { isLog: !isScanText(Buffer.concat(taken)), bytes: resumed(taken, chunks) }
}

async function* resumed(
  taken: readonly Uint8Array[],
  rest: AsyncIterator<Uint8Array>,
): AsyncGenerator<Uint8Array, void> {
  yield* taken
  for (let next = await rest.next(); !next.done; next = await rest.next()) yield next.value
}

async function* nothing(): AsyncGenerator<Uint8Array, void> {}
