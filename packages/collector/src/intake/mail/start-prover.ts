import { Worker } from 'node:worker_threads'
import { workerFile } from '../../worker-file.ts'
import type { Prove } from './mail-arrival.ts'
import type { ProveOptions, ProvenSender } from './prove-sender.ts'
import type { ProverAnswer, ProverOrder } from './prover-worker.ts'

/** A thread that proves who sent what. */
export type Prover = AsyncDisposable & { readonly prove: Prove }

type Waiting = {
  readonly bytes: number
  readonly order: ProverOrder
  readonly done: (sender?: ProvenSender) => void
}

/** So much is looked at by the thread at once; what comes beside it waits, and counts as unproven when that takes too long. */
const together = { count: 64, bytes: 64 * 1024 * 1024 }
const mostMegabytes = 512

/**
 * Proves senders in a thread of its own, with bounded memory, for a signature over a large message takes long to check.
 * Whatever happens there, a message is proven in time, or it is not.
 */
export function startProver({ resolve, mostMilliseconds }: ProveOptions): Prover {
  const waiting: Waiting[] = []
  const open = new Map<number, Waiting>()
  let worker: Worker | undefined
  let last = 0
  const next = (): void => {
    for (let first = waiting[0]; first; first = waiting[0]) {
      const bytes = [...open.values()].reduce((sum, each) => sum + each.bytes, first.bytes)
      if (open.size >= together.count || (open.size > 0 && bytes > together.bytes)) return
      waiting.shift()
      open.set(first.order.id, first)
      worker ??= start()
      worker.postMessage(first.order)
    }
  }
  const start = (): Worker => {
    const started = new Worker(workerFile('prover-worker', import.meta.url), {
      resourceLimits: { maxOldGenerationSizeMb: mostMegabytes },
    })
    started.on('message', (answer: ProverAnswer) => void hear(answer, started))
    started.on('error', () => lose(started))
    started.on('exit', () => lose(started))
    started.unref()
    return started
  }
  const hear = async (answer: ProverAnswer, from: Worker): Promise<void> => {
    const { id } = answer
    if (answer.kind === 'proven') {
      open.get(id)?.done(answer.sender)
      return
    }
    const found = await resolve(answer.domain, answer.type as 'TXT').then(
      (records): ProverOrder => ({ kind: 'found', id, records }),
      (error: NodeJS.ErrnoException): ProverOrder => ({
        kind: 'not-found',
        id,
        code: error.code ?? 'EFAIL',
      }),
    )
    from.postMessage(found)
  }
  const lose = (lost: Worker): void => {
    if (lost !== worker) return
    worker = undefined
    // What takes their places is asked of another thread, and is not lost.
    const asked = open.values().toArray()
    for (const each of asked) each.done()
  }
  return {
    async prove(message, origin) {
      const id = ++last
      const { promise, resolve: tell } = Promise.withResolvers<ProvenSender | undefined>()
      const timer = setTimeout(() => each.done(), mostMilliseconds)
      const each: Waiting = {
        bytes: message.length,
        order: { kind: 'prove', id, message, origin, mostMilliseconds },
        done(sender) {
          clearTimeout(timer)
          if (!open.delete(id) && waiting.includes(each)) waiting.splice(waiting.indexOf(each), 1)
          tell(sender)
          next()
        },
      }
      waiting.push(each)
      next()
      return await promise
    },
    async [Symbol.asyncDispose]() {
      const ended = worker
      worker = undefined
      for (const each of [...open.values(), ...waiting.splice(0)]) each.done()
      await ended?.terminate()
    },
  }
}
