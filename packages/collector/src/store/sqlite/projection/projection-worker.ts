import { dirname } from 'node:path'
import { parentPort, workerData } from 'node:worker_threads'
import { appealedFamilies } from '../../../appeal/appealed-families.ts'
import { standBack } from '../../../stand-back.ts'
import type { Projected } from '../../store.ts'
import { projectionWriter } from './projection-writer.ts'

/** What the thread that writes the projection is asked to do. */
export type ProjectionTask =
  | { readonly kind: 'apply'; readonly batch: readonly Projected[] }
  | { readonly kind: 'close' }

export type ProjectionAnswer =
  | { readonly kind: 'done' }
  | { readonly kind: 'failed'; readonly error: unknown }

const { file } = workerData as { readonly file: string }
const writer = projectionWriter(file, appealedFamilies(dirname(file)).all)

async function answer(task: ProjectionTask): Promise<void> {
  let done: ProjectionAnswer = { kind: 'done' }
  try {
    await (task.kind === 'close' ? writer.close() : writer.apply(task.batch))
  } catch (error) {
    done = { kind: 'failed', error }
  }
  parentPort?.postMessage(done)
}

standBack()
parentPort?.on('message', (task: ProjectionTask) => void answer(task))
