import { readdir, stat } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import type { FolderEntry, Tree } from './matching-files.ts'

/** The real file system, seen from a folder. */
export function fileTree(base: string): Tree {
  return {
    async list(folder) {
      const path = resolve(base, folder)
      const entries = await readdir(path, { withFileTypes: true }).catch(() => [])
      return Promise.all(
        entries.map(async (entry): Promise<FolderEntry> => {
          const isLink = entry.isSymbolicLink()
          const isFolder = isLink
            ? await leadsToFolder(join(path, entry.name))
            : entry.isDirectory()
          return { name: entry.name, isFolder, isLink }
        }),
      )
    },
    async exists(path) {
      return stat(resolve(base, path)).then(
        () => true,
        () => false,
      )
    },
  }
}

async function leadsToFolder(path: string): Promise<boolean> {
  return stat(path).then(
    entry => entry.isDirectory(),
    () => false,
  )
}
