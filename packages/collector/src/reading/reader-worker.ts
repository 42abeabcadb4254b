import { parentPort, workerData } from 'node:worker_threads'
import { appealedFamilies } from '../appeal/appealed-families.ts'
import { standBack } from '../stand-back.ts'
import type { Told } from '../told/told.ts'
import type { Verifying } from '../verify/verifying.ts'
import { readArrival, type Readable } from './read-arrival.ts'

/** What a reading thread is asked. */
export type ReadingTask = { readonly arrival: Readable; readonly verifying: Verifying }

export type ReadingAnswer =
  | { readonly kind: 'told'; readonly told: Told }
  | { readonly kind: 'failed'; readonly error: unknown }

const { folder } = workerData as { readonly folder?: string }
const appealed = folder === undefined ? undefined : appealedFamilies(folder)

async function answer({ arrival, verifying }: ReadingTask): Promise<void> {
  let done: ReadingAnswer
  try {
    // By when it came and not by now: whatever is read again tells the same.
    const families = appealed?.at(verifying.now)
    const told = await readArrival(arrival, families ? { ...verifying, families } : verifying)
    done = { kind: 'told', told }
  } catch (error) {
    done = { kind: 'failed', error }
  }
  parentPort?.postMessage(done)
}

standBack()
parentPort?.on('message', (task: ReadingTask) => void answer(task))
