import { open, stat } from 'node:fs/promises'
import { type Header, readLine } from '@redalert/core'
import { recognise } from '../read/content.ts'
import type { FoundLog } from '../read/found.ts'
import { lineEnding, lineEndingWindow } from '../read/line-ending.ts'
import { startsWithHole } from '../read/without-hole.ts'
import type { Task } from './task.ts'

/** A slice is worth its own cells, and the start of a thread. */
const leastSlice = 16 * 1024 * 1024
/** What a slice shows lies in memory until all before it are taken in. */
const mostSlice = 256 * 1024 * 1024
/** So that no thread waits long for the last slice of another. */
const slicesOfThread = 8
/** Smaller files are not looked at before they are read. */
const small = 1024 * 1024

export type PlanOptions = {
  readonly threads: number
  /** How many bytes of a plain file one thread reads at a time; by the file's size when not given. */
  readonly sliceSize?: number | undefined
}

/** Divides logs into tasks: a large plain file into slices, any other log is one. */
export async function plan(
  logs: readonly FoundLog[],
  options: PlanOptions,
): Promise<readonly Task[]> {
  const tasks: Task[] = []
  for (const log of logs) tasks.push(...(await tasksOf(log, options)))
  return tasks
}

async function tasksOf(
  log: FoundLog,
  { threads, sliceSize }: PlanOptions,
): Promise<readonly Task[]> {
  const { path } = log
  if (path === undefined) return [{ log, here: true }]
  const known = await lookAt(path, Math.min(sliceSize ?? small, small))
  if (known.kind === 'whole') return [{ log }]
  if (known.kind === 'stream') return [{ log, here: true }]
  const { size, header } = known
  const share = Math.ceil(size / (threads * slicesOfThread))
  const step = sliceSize ?? Math.min(Math.max(share, leastSlice), mostSlice)
  return Array.from({ length: Math.ceil(size / step) }, (_, index) => {
    const from = index * step
    const slice = { from, to: Math.min(from + step, size), size }
    return { log, slice: from === 0 || !header ? slice : { ...slice, header } }
  })
}

type Known =
  | { readonly kind: 'whole' }
  | { readonly kind: 'stream' }
  | { readonly kind: 'plain'; readonly size: number; readonly header?: Header }

/** Whether a file can be read in slices; what cannot be looked at is read as a whole, which says why not. */
async function lookAt(path: string, least: number): Promise<Known> {
  try {
    const stats = await stat(path)
    if (!stats.isFile()) return { kind: 'stream' }
    if (stats.size <= least) return { kind: 'whole' }
    const head = await headOf(path)
    const content = recognise(head)
    const isPlain = content.kind === 'text' && content.encoding === 'bytes' && content.mark === 0
    if (!isPlain || startsWithHole(head) || lineEnding(head) !== 'lf') return { kind: 'whole' }
    const header = headerOf(head)
    return { kind: 'plain', size: stats.size, ...(header && { header }) }
  } catch {
    return { kind: 'whole' }
  }
}

async function headOf(path: string): Promise<Uint8Array> {
  const handle = await open(path, 'r')
  try {
    const head = Buffer.alloc(lineEndingWindow)
    const { bytesRead } = await handle.read(head, 0, head.length, 0)
    return head.subarray(0, bytesRead)
  } finally {
    await handle.close()
  }
}

/** What the header lines with which a file begins say; if others follow, it is noticed when the slices are put together. */
function headerOf(head: Uint8Array): Header | undefined {
  let header: Header | undefined
  for (const line of Buffer.from(head).toString('latin1').split(/\r?\n/)) {
    if (!line.startsWith('#')) return header
    const reading = readLine(line, header ? { header } : {})
    if (reading.kind === 'header') header = reading.header
  }
  return header
}
