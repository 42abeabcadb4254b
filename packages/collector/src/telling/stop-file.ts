import { join } from 'node:path'

/** While this file is there no letter leaves, whatever else is said. */
export function stopFile(folder: string): string {
  return join(folder, 'outbox.stopped')
}
