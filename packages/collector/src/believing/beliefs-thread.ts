import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import type { Instant } from '@redalert/core'
import type { PackedCells } from '../told/pack-cells.ts'
import type { TrustPolicy } from '../trust/trust-policy.ts'
import { workerFile } from '../worker-file.ts'
import type { BeliefAnswer, BeliefTask } from './beliefs-worker.ts'

/** What decides in a thread of its own, so that nobody waits for it who brings something. */
export type Believing = AsyncDisposable & {
  /** Something was told; resolves when not much waits to be decided about, so that whoever tells cannot run ahead. */
  readonly touch: (cells: readonly PackedCells[], projected: number) => Promise<void>
  /** Reviews what is due, or all. */
  readonly tend: (now: Instant, policy: TrustPolicy) => Promise<void>
  readonly review: (now: Instant, policy: TrustPolicy) => Promise<void>
}

const mostWaiting = 8

/** Starts the thread on a folder that holds a store. */
export function startBelieving(folder: string): Believing {
  const worker = new Worker(workerFile('beliefs-worker', import.meta.url), {
    workerData: { folder },
  })
  let last: Promise<unknown> = Promise.resolve()
  let waiting: Promise<unknown>[] = []
  const ask = async (task: BeliefTask): Promise<void> => {
    worker.postMessage(task)
    const [answer] = (await once(worker, 'message')) as [BeliefAnswer]
    if (answer.kind === 'failed') throw answer.error
  }
  const inTurn = (task: BeliefTask): Promise<void> => {
    const turn = last.then(() => ask(task))
    last = turn.catch(() => undefined)
    return turn
  }
  return {
    async touch(cells, projected) {
      const turn = inTurn({ kind: 'touch', cells, projected })
      waiting.push(turn)
      if (waiting.length < mostWaiting) return
      const open = waiting
      waiting = []
      await Promise.all(open)
    },
    tend: (now, policy) => inTurn({ kind: 'tend', now, policy }),
    review: (now, policy) => inTurn({ kind: 'review', now, policy }),
    async [Symbol.asyncDispose]() {
      await inTurn({ kind: 'close' })
      await worker.terminate()
    },
  }
}
