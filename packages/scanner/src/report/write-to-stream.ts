import { once } from 'node:events'
import type { Writable } from 'node:stream'
import { outputFault } from './output-fault.ts'
import type { Written } from './written.ts'

/** Writes to a stream no faster than it is read, and stops asking for more when nobody reads on. */
export async function writeToStream(
  stream: Writable,
  chunks: AsyncIterable<string> | Iterable<string>,
): Promise<Written> {
  const fate: { error?: Error } = {}
  // The listener stays: what fails after the end must not end the program.
  stream.on('error', (error: Error) => (fate.error ??= error))
  try {
    for await (const chunk of chunks) {
      if (fate.error) break
      if (!stream.write(chunk)) await once(stream, 'drain')
    }
  } catch (error) {
    if (error !== fate.error) throw error
  }
  const error = fate.error ?? (await flush(stream))
  return error ? endOf(error) : { kind: 'written' }
}

/** Waits until all that was written is gone; gives what went wrong with it. */
function flush(stream: Writable): Promise<Error | undefined> {
  return new Promise(resolve => stream.write('', error => resolve(error ?? undefined)))
}

function endOf(error: Error): Written {
  const closed =
    'code' in error && (error.code === 'EPIPE' || error.code === 'ERR_STREAM_DESTROYED')
  return closed ? { kind: 'closed' } : outputFault(error, 'the standard output')
}
