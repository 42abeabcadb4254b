import { parentPort } from 'node:worker_threads'
import { standBack } from '../stand-back.ts'
import type { Told } from '../told/told.ts'
import type { Verifying } from '../verify/verifying.ts'
import { readArrival, type Readable } from './read-arrival.ts'

/** What a reading thread is asked. */
export type ReadingTask = { readonly arrival: Readable; readonly verifying: Verifying }

export type ReadingAnswer =
  | { readonly kind: 'told'; readonly told: Told }
  | { readonly kind: 'failed'; readonly error: unknown }

async function answer({ arrival, verifying }: ReadingTask): Promise<void> {
  let done: ReadingAnswer
  try {
    done = { kind: 'told', told: await readArrival(arrival, verifying) }
  } catch (error) {
    done = { kind: 'failed', error }
  }
  parentPort?.postMessage(done)
}

standBack()
parentPort?.on('message', (task: ReadingTask) => void answer(task))
