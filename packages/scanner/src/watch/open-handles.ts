import { type FileHandle, open, stat } from 'node:fs/promises'
import type { Followed } from './followed.ts'

/** Logs that are written now, held open so that they can be read to their end after they were deleted. */
export type OpenHandles = {
  readonly keep: (followed: Followed) => Promise<void>
  /** Those whose name means another file by now, or none. */
  readonly replaced: () => Promise<
    readonly { readonly followed: Followed; readonly handle: FileHandle }[]
  >
  readonly release: (followed: Followed) => Promise<void>
  readonly close: () => Promise<void>
}

const most = 64

type Held = { readonly handle: FileHandle; readonly path: string; readonly key: string }

/** Opens nothing yet. On Windows nothing is ever held: a file that is open could not be replaced. */
export function openHandles(): OpenHandles {
  const held = new Map<Followed, Held>()

  async function release(followed: Followed): Promise<void> {
    const one = held.get(followed)
    held.delete(followed)
    await one?.handle.close()
  }

  return {
    release,
    async keep(followed) {
      const { path, key } = followed
      if (held.get(followed)?.key === key) return
      await release(followed)
      if (process.platform === 'win32' || held.size >= most) return
      const handle = await open(path, 'r')
      const stats = await handle.stat({ bigint: true })
      if (`${stats.dev}:${stats.ino}` === key) held.set(followed, { handle, path, key })
      else await handle.close()
    },
    async replaced() {
      const gone: { followed: Followed; handle: FileHandle }[] = []
      for (const [followed, { handle, path, key }] of held) {
        if (followed.key !== key) await release(followed)
        else if ((await keyAt(path)) !== key) gone.push({ followed, handle })
      }
      return gone
    },
    async close() {
      for (const followed of held.keys()) await release(followed)
    },
  }
}

async function keyAt(path: string): Promise<string> {
  const stats = await stat(path, { bigint: true }).catch(() => undefined)
  return stats ? `${stats.dev}:${stats.ino}` : ''
}
