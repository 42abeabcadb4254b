import { parentPort, workerData } from 'node:worker_threads'
import { appealedFamilies } from '../appeal/appealed-families.ts'
import type { Heard } from '../letters/answer/heard.ts'
import { oursFrom, type OursSettings } from '../letters/answer/ours-from.ts'
import { type Envelope, listen } from '../letters/listen.ts'
import { standBack } from '../stand-back.ts'
import type { Told } from '../told/told.ts'
import type { Verifying } from '../verify/verifying.ts'
import { readArrival, type Readable } from './read-arrival.ts'

/** What a reading thread is asked: to read log lines that came, or to tell what a mail is that came back on a letter. */
export type ReadingTask =
  | { readonly kind: 'read'; readonly arrival: Readable; readonly verifying: Verifying }
  | {
      readonly kind: 'listen'
      readonly body: Uint8Array
      readonly envelope: Envelope
      readonly ours: OursSettings
    }

export type ReadingAnswer =
  | { readonly kind: 'told'; readonly told: Told }
  | { readonly kind: 'heard'; readonly heard: Heard }
  | { readonly kind: 'failed'; readonly error: unknown }

const { folder } = workerData as { readonly folder?: string }
const appealed = folder === undefined ? undefined : appealedFamilies(folder)

async function answer(task: ReadingTask): Promise<void> {
  const done = await answerTo(task).catch((error: unknown): ReadingAnswer => ({
    kind: 'failed',
    error,
  }))
  parentPort?.postMessage(done)
}

async function answerTo(task: ReadingTask): Promise<ReadingAnswer> {
  switch (task.kind) {
    case 'read': {
      const { arrival, verifying } = task
      // By when it came and not by now: whatever is read again tells the same.
      const families = appealed?.at(verifying.now)
      const told = await readArrival(arrival, families ? { ...verifying, families } : verifying)
      return { kind: 'told', told }
    }
    case 'listen':
      return {
        kind: 'heard',
        heard: await listen(task.body, task.envelope, oursFrom(task.ours)),
      }
  }
}

standBack()
parentPort?.on('message', (task: ReadingTask) => void answer(task))
