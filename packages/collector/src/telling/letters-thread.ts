import { setTimeout as sleep } from 'node:timers/promises'
import { Worker } from 'node:worker_threads'
import { workerFile } from '../worker-file.ts'
import type { LetterRound, RoundDone } from './letter-round.ts'
import type { LetterAnswer, LetterTask } from './letters-worker.ts'

/** What tells owners in a thread of its own, so that nobody waits for it who brings something. */
export type Letters = AsyncDisposable & {
  /** One round; never two at once. */
  readonly round: (round: LetterRound) => Promise<RoundDone>
}

/** The letter that is just handed over may end; a mail server that hangs is not waited for, and the letter counts as in doubt. */
const lastMilliseconds = 15_000

/** Prepares the thread, which begins with the first round, and again after one in which it broke. */
export function lettersThread(folder: string, isExercise: boolean): Letters {
  let worker: Worker | undefined
  let running: Promise<unknown> = Promise.resolve()
  const start = (): Worker => {
    const started = new Worker(workerFile('letters-worker', import.meta.url), {
      workerData: { folder, isExercise },
    })
    started.once('exit', () => {
      if (worker === started) worker = undefined
    })
    return started
  }
  const ask = (to: Worker, task: LetterTask): Promise<RoundDone> =>
    new Promise((resolve, reject) => {
      const settle = (end: () => void) => {
        to.off('message', answered).off('error', reject).off('exit', ended)
        end()
      }
      const answered = (answer: LetterAnswer) =>
        settle(() => (answer.kind === 'failed' ? reject(answer.error) : resolve(answer)))
      const ended = () => settle(() => reject(new Error('The thread of letters ended.')))
      to.on('message', answered).on('error', reject).on('exit', ended)
      to.postMessage(task)
    })
  return {
    round(round) {
      const answer = ask((worker ??= start()), { kind: 'round', round })
      running = answer.catch(() => undefined)
      return answer
    },
    async [Symbol.asyncDispose]() {
      worker?.postMessage({ kind: 'stop' } satisfies LetterTask)
      const soon = new AbortController()
      await Promise.race([
        running,
        sleep(lastMilliseconds, undefined, { signal: soon.signal }).catch(() => undefined),
      ])
      soon.abort()
      await worker?.terminate()
    },
  }
}
