import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import { workerFile } from '../../../worker-file.ts'
import type { ProjectionAnswer, ProjectionTask } from './projection-worker.ts'
import type { ProjectionWriter } from './projection-writer.ts'

/** Writes in a thread of its own, one task after the other, so that nobody waits for it who brings something. */
export function projectionThread(file: string): ProjectionWriter {
  let worker: Worker | undefined
  let last: Promise<unknown> = Promise.resolve()

  const ask = async (task: ProjectionTask): Promise<void> => {
    worker ??= new Worker(workerFile('projection-worker', import.meta.url), {
      workerData: { file },
    })
    worker.postMessage(task)
    const [answer] = (await once(worker, 'message')) as [ProjectionAnswer]
    if (answer.kind === 'failed') throw answer.error
  }
  const inTurn = (task: ProjectionTask): Promise<void> => {
    const turn = last.then(() => ask(task))
    last = turn.catch(() => undefined)
    return turn
  }
  return {
    apply: batch => inTurn({ kind: 'apply', batch }),
    async close() {
      if (!worker) return
      await inTurn({ kind: 'close' })
      await worker.terminate()
    },
  }
}
