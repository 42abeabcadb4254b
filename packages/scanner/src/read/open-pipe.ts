import { closeSync, constants, createReadStream, openSync } from 'node:fs'
import { Socket } from 'node:net'
import type { Readable } from 'node:stream'

/**
 * A named pipe as a stream. It is opened without waiting for its writer and then watched: a wait within `open` takes a
 * thread that no signal frees, and Node does not even exit before it ends. Other things that are no file are not
 * watched so, they are always ready.
 */
export function openPipe(path: string, { isPipe }: { readonly isPipe: boolean }): Readable {
  if (!isPipe || process.platform === 'win32') return createReadStream(path)
  const number = openSync(path, constants.O_RDONLY | constants.O_NONBLOCK)
  try {
    return new Socket({ fd: number, readable: true, writable: false })
  } catch (error) {
    closeSync(number)
    throw error
  }
}
