import { randomBytes } from 'node:crypto'
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { accept } from '../accept.ts'
import { Fault } from '../fault.ts'
import { startReaders, type Readers } from '../reading/readers.ts'
import { lockFolder } from '../serve/lock-folder.ts'
import { newId } from '../serve/new-id.ts'
import { sqliteStore } from '../store/sqlite/sqlite-store.ts'
import type { Store } from '../store/store.ts'
import type { Profile } from '../verify/ordinary.ts'

/** What a command works with that changes what is kept: nobody else does meanwhile. */
export type Offline = {
  readonly store: Store
  readonly readers: Readers
  readonly profile: Profile
  /** Reads everything that was not read yet. */
  readonly readAll: () => Promise<void>
}

/** Opens a folder for itself, works, and closes it. */
export async function workOffline<Result>(
  folder: string,
  profile: Profile,
  work: (offline: Offline) => Promise<Result>,
): Promise<Result> {
  using _lock = lockFolder(folder)
  await using store = sqliteStore({ folder, newId: () => newId(randomBytes), thread: 'same' })
  await using readers = startReaders({ threads: 2, folder, mostSeconds: 20, mostMegabytes: 512 })
  const readAll = async (): Promise<void> => {
    const problems: unknown[] = []
    await using accepting = accept({
      store,
      read: readers.read,
      profile,
      answer: () => undefined,
      report: ({ error }) => void problems.push(error),
    })
    await accepting.settled()
    if (problems.length > 0)
      throw new Fault('not-read', `${problems.length} arrivals could not be read.`, problems[0])
  }
  try {
    return await work({ store, readers, profile, readAll })
  } finally {
    // What was believed may rest on what is gone: whoever asks next has it made again.
    for (const ending of ['', '-wal', '-shm'])
      rmSync(join(folder, `beliefs.db${ending}`), { force: true })
  }
}
