import { setPriority } from 'node:os'

const niceness = 10

/** Lets the thread that acknowledges go before the one that calls this. Only Linux knows priorities of threads: elsewhere it would be the whole process. */
export function standBack(): void {
  if (process.platform === 'linux') setPriority(niceness)
}
