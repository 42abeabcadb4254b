import { open, realpath, rename, rm, stat } from 'node:fs/promises'
import { notWritten, outputFault } from './output-fault.ts'
import type { Written } from './written.ts'

/**
 * Writes to a file, which stands under its name only once it is whole: until then it is another one beside it, which
 * goes away when the signal says that the rest will not come. What is no ordinary file, such as a pipe, is written to
 * directly.
 */
export async function writeToFile(
  path: string,
  chunks: AsyncIterable<string>,
  { signal }: { readonly signal?: AbortSignal } = {},
): Promise<Written> {
  const target = await realpath(path).catch(() => path)
  const isOrdinary = await stat(target).then(
    stats => stats.isFile() || stats.isDirectory(),
    () => true,
  )
  try {
    if (!isOrdinary) await writeAll(target, 'w', chunks)
    else if (!(await writeBeside(target, chunks, signal))) return notWritten(path)
    return { kind: 'written' }
  } catch (error) {
    if (!(error instanceof Error && 'syscall' in error)) throw error
    return outputFault(error, path)
  }
}

async function writeBeside(
  path: string,
  chunks: AsyncIterable<string>,
  signal: AbortSignal | undefined,
): Promise<boolean> {
  const part = `${path}.${process.pid}.part`
  try {
    await writeAll(part, 'wx', chunks)
    if (signal?.aborted) await rm(part)
    else await rename(part, path)
    return !signal?.aborted
  } catch (error) {
    await rm(part, { force: true })
    throw error
  }
}

const block = 65_536

async function writeAll(
  path: string,
  mode: 'w' | 'wx',
  chunks: AsyncIterable<string>,
): Promise<void> {
  const file = await open(path, mode)
  try {
    for await (const text of inBlocks(chunks)) await file.writeFile(text)
    if (mode === 'wx') await file.sync()
  } finally {
    await file.close()
  }
}

async function* inBlocks(chunks: AsyncIterable<string>): AsyncGenerator<string, void> {
  let waiting = ''
  for await (const chunk of chunks) {
    waiting += chunk
    if (waiting.length < block) continue
    yield waiting
    waiting = ''
  }
  yield waiting
}
