import { Worker } from 'node:worker_threads'
import type { Heard } from '../letters/answer/heard.ts'
import type { OursSettings } from '../letters/answer/ours-from.ts'
import type { Envelope } from '../letters/listen.ts'
import { packCells } from '../told/pack-cells.ts'
import { emptyAccount } from '../told/empty-account.ts'
import type { Told } from '../told/told.ts'
import type { Verifying } from '../verify/verifying.ts'
import { workerFile } from '../worker-file.ts'
import type { Readable } from './read-arrival.ts'
import type { ReadingAnswer, ReadingTask } from './reader-worker.ts'

/** Threads that read what strangers sent. */
export type Readers = AsyncDisposable & {
  readonly read: (arrival: Readable, verifying: Verifying) => Promise<Told>
  /** Tells what a mail is that came back on a letter; undefined when that takes more than it may. */
  readonly listen: (
    body: Uint8Array,
    envelope: Envelope,
    ours: OursSettings,
  ) => Promise<Heard | undefined>
}

export type ReaderOptions = {
  readonly threads: number
  /** The data folder whose appeals bring families; without one, those count that redalert knows. */
  readonly folder?: string
  /** A body that takes longer is given up. */
  readonly mostSeconds: number
  /** A body that takes more memory is given up. */
  readonly mostMegabytes: number
}

type Reader = { readonly worker: Worker; isBusy: boolean }

/**
 * Reads in threads with bounded memory and time, so that no body can stop the collector: a thread that runs out of either
 * is ended, another takes its place, and the account says that the body was not read.
 */
export function startReaders({
  threads,
  folder,
  mostSeconds,
  mostMegabytes,
}: ReaderOptions): Readers {
  const start = (): Reader => ({
    worker: new Worker(workerFile('reader-worker', import.meta.url), {
      workerData: { ...(folder !== undefined && { folder }) },
      resourceLimits: { maxOldGenerationSizeMb: mostMegabytes },
    }),
    isBusy: false,
  })
  const readers = Array.from({ length: threads }, start)
  const waiting: (() => void)[] = []
  const take = async (): Promise<Reader> => {
    for (;;) {
      let reader = readers.find(({ isBusy }) => !isBusy)
      if (!reader && readers.length < threads) {
        reader = start()
        readers.push(reader)
      }
      if (reader) {
        // Before anybody else looks: a thread has one task at a time, or its answer would go to another.
        reader.isBusy = true
        return reader
      }
      await new Promise<void>(resolve => {
        waiting.push(resolve)
      })
    }
  }
  const end = (reader: Reader): void => {
    readers.splice(readers.indexOf(reader), 1)
    void reader.worker.terminate()
  }
  const work = async (task: ReadingTask): Promise<Done> => {
    const reader = await take()
    try {
      const answer = await ask(reader, task, mostSeconds)
      if (answer.kind === 'failed') throw answer.error
      if (answer.kind === 'too-long' || answer.kind === 'too-large') end(reader)
      return answer
    } catch (error) {
      end(reader)
      throw error
    } finally {
      reader.isBusy = false
      waiting.shift()?.()
    }
  }
  return {
    async read(arrival, verifying) {
      const done = await work({ kind: 'read', arrival, verifying })
      if (done.kind === 'heard') throw new TypeError('Nobody asked for that.')
      return done.kind === 'told' ? done.told : givenUp(done.kind)
    },
    async listen(body, envelope, ours) {
      const done = await work({ kind: 'listen', body, envelope, ours })
      return done.kind === 'heard' ? done.heard : undefined
    },
    async [Symbol.asyncDispose]() {
      await Promise.all(readers.map(({ worker }) => worker.terminate()))
    },
  }
}

type GivenUp = { readonly kind: 'too-long' | 'too-large' }
type Outcome = ReadingAnswer | GivenUp
type Done = Exclude<Outcome, { readonly kind: 'failed' }>

async function ask(reader: Reader, task: ReadingTask, mostSeconds: number): Promise<Outcome> {
  const { worker } = reader
  return await new Promise((resolve, reject) => {
    const timer = setTimeout(() => done({ kind: 'too-long' }), mostSeconds * 1000)
    const answered = (answer: ReadingAnswer): void => done(answer)
    const failed = (error: NodeJS.ErrnoException): void => {
      if (error.code === 'ERR_WORKER_OUT_OF_MEMORY') done({ kind: 'too-large' })
      else {
        stop()
        reject(error)
      }
    }
    const stop = (): void => {
      clearTimeout(timer)
      worker.off('message', answered)
      worker.off('error', failed)
    }
    const done = (outcome: Outcome): void => {
      stop()
      // A thread that was ended may still say why; nobody asks any more.
      if (outcome.kind === 'too-long' || outcome.kind === 'too-large')
        worker.on('error', () => undefined)
      resolve(outcome)
    }
    worker.on('message', answered)
    worker.on('error', failed)
    worker.postMessage(task)
  })
}

function givenUp(kind: 'too-long' | 'too-large'): Told {
  const why = kind === 'too-long' ? 'reading it took too long' : 'reading it took too much memory'
  const advice = [`It was not read, for ${why}: send it in parts, or as it stands in the log.`]
  return { account: { ...emptyAccount('line'), advice }, cells: packCells([]), coverage: [] }
}
