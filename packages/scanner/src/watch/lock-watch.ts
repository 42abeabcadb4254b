import { readFile, rm, stat, utimes, writeFile } from 'node:fs/promises'
import { isAlive } from '../spool/is-alive.ts'

/** A watch that nobody else may take up meanwhile. */
export type WatchLock = {
  /** Shows that it still goes on. */
  readonly beat: () => Promise<void>
  readonly release: () => Promise<void>
}

/** Whoever has not shown itself for so long is dead, though its number may be another's by now. */
const longestPauseMs = 15 * 60_000

/** Takes a watch for this process alone; gives the number of the process that has it, if one does. */
export async function lockWatch(
  path: string,
  now: () => number,
): Promise<WatchLock | { readonly takenBy: number }> {
  for (let tries = 0; ; tries++) {
    try {
      await writeFile(path, String(process.pid), { flag: 'wx', mode: 0o600 })
      break
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error
      const pid = Number(await readFile(path, 'utf8').catch(() => ''))
      const beaten = await stat(path).then(
        ({ mtimeMs }) => mtimeMs,
        () => 0,
      )
      const isTaken = pid !== process.pid && isAlive(pid) && now() - beaten < longestPauseMs
      if (isTaken || tries > 3) return { takenBy: pid }
      await rm(path, { force: true })
    }
  }
  return {
    async beat() {
      await utimes(path, now() / 1000, now() / 1000).catch(() => undefined)
    },
    release: () => rm(path, { force: true }),
  }
}
