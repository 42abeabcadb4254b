import { randomBytes } from 'node:crypto'
import { parentPort, workerData } from 'node:worker_threads'
import { type LetterRound, letterRound, type RoundDone } from './letter-round.ts'

/** What the thread that tells owners is asked to do. */
export type LetterTask =
  | { readonly kind: 'round'; readonly round: LetterRound }
  | { readonly kind: 'stop' }

export type LetterAnswer = RoundDone | { readonly kind: 'failed'; readonly error: unknown }

const { folder, isExercise } = workerData as {
  readonly folder: string
  readonly isExercise: boolean
}
const stopping = new AbortController()

parentPort?.on('message', (task: LetterTask) => {
  if (task.kind === 'stop') {
    stopping.abort()
    return
  }
  void letterRound(task.round, { folder, isExercise, random: randomBytes, signal: stopping.signal })
    .catch((error: unknown): LetterAnswer => ({ kind: 'failed', error }))
    .then(answer => parentPort?.postMessage(answer))
})
