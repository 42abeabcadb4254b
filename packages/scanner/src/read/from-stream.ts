import { faultOf } from './fault-of.ts'
import type { Piece } from './piece.ts'
import { stopped } from './stopped.ts'

const aborted = Symbol('aborted')

/** The bytes of the standard input or a named pipe. A signal ends the wait for bytes that may never come. */
export async function* fromStream(
  stream: AsyncIterable<Uint8Array>,
  name: string,
  signal?: AbortSignal,
): AsyncGenerator<Piece, void> {
  const iterator = stream[Symbol.asyncIterator]()
  let at = 0
  try {
    while (true) {
      const next = await orAborted(iterator.next(), signal)
      if (next === aborted) {
        yield stopped(name, at)
        return
      }
      if (next.done) return
      const bytes = next.value
      yield { kind: 'bytes', bytes, at, consumed: at + bytes.length }
      at += bytes.length
    }
  } catch (error) {
    yield faultOf(error, name)
  } finally {
    // Not awaited: an iterator that waits for a silent pipe answers only when that pipe ends.
    void iterator.return?.().catch(() => undefined)
    destroy(stream)
  }
}

async function orAborted<Value>(
  value: Promise<Value>,
  signal?: AbortSignal,
): Promise<Value | typeof aborted> {
  if (!signal) return value
  if (signal.aborted) return aborted
  return new Promise((resolve, reject) => {
    const stop = (): void => resolve(aborted)
    signal.addEventListener('abort', stop, { once: true })
    void value.then(resolve, reject).finally(() => signal.removeEventListener('abort', stop))
  })
}

function destroy(stream: object): void {
  if ('destroy' in stream && typeof stream.destroy === 'function') stream.destroy()
}
