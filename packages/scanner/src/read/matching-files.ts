import type { PlatformPath } from 'node:path'
import type { FilePattern, Step } from './file-pattern.ts'
import { fits } from './name-pattern.ts'

/** What a folder holds under a name; `isLink` for a folder that is reached by a link. */
export type FolderEntry = {
  readonly name: string
  readonly isFolder: boolean
  readonly isLink: boolean
}

/** The file system as a pattern needs it. The current folder is the empty name. */
export type Tree = {
  /** Empty when the folder cannot be read. */
  readonly list: (folder: string) => Promise<readonly FolderEntry[]>
  readonly exists: (path: string) => Promise<boolean>
}

/**
 * The files and folders that fit a pattern, by name. A step that is the name of something means that and nothing else,
 * so that a folder called `logs [old]` can be named. `**` leaves out hidden folders and does not follow links; behind
 * it as the last step stand files only.
 */
export async function matchingFiles(
  { root, steps }: FilePattern,
  paths: PlatformPath,
  tree: Tree,
): Promise<readonly string[]> {
  const found = new Set<string>()
  const visited = new Set<string>()
  await visit(root, 0)
  return [...found].toSorted()

  async function visit(folder: string, index: number): Promise<void> {
    const step = steps[index]
    if (!step) {
      found.add(folder)
      return
    }
    // Two `**` in one pattern would else visit the same folder again and again.
    const key = `${index} ${folder}`
    if (visited.has(key)) return
    visited.add(key)
    const literal = literalName(step)
    if (literal !== undefined && (await tree.exists(within(folder, literal))))
      await visit(within(folder, literal), index + 1)
    else if (step.kind === 'fitting') await visitFitting(folder, step, index)
    else if (step.kind === 'anywhere') await visitAnywhere(folder, index)
  }

  async function visitFitting(
    folder: string,
    step: Step & { kind: 'fitting' },
    index: number,
  ): Promise<void> {
    const last = index === steps.length - 1
    for (const { name, isFolder } of await tree.list(folder)) {
      if ((isFolder || last) && fits(step.pattern, name))
        await visit(within(folder, name), index + 1)
    }
  }

  async function visitAnywhere(folder: string, index: number): Promise<void> {
    const last = index === steps.length - 1
    if (!last) await visit(folder, index + 1)
    for (const { name, isFolder, isLink } of await tree.list(folder)) {
      if (name.startsWith('.')) continue
      if (isFolder && !isLink) await visit(within(folder, name), index)
      else if (last && !isFolder) found.add(within(folder, name))
    }
  }

  function within(folder: string, name: string): string {
    return folder === '' ? name : paths.join(folder, name)
  }
}

function literalName(step: Step): string | undefined {
  switch (step.kind) {
    case 'name':
      return step.name
    case 'fitting':
      return step.literal
    case 'anywhere':
      return undefined
  }
}
