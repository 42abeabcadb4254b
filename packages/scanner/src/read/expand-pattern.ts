import nodePath, { type PlatformPath } from 'node:path'
import { expandBraces } from './brace-expansion.ts'
import { nameRules, readFilePattern } from './file-pattern.ts'
import { fileTree } from './file-tree.ts'
import { matchingFiles, type Tree } from './matching-files.ts'

/**
 * The files and folders that fit a pattern with `*`, `?`, `[a-z]`, `**` and `{a,b}`, as cmd and PowerShell hand it on
 * unexpanded; undefined when it stands for too many patterns. Platform and tree are given where they are not the real ones.
 */
export async function expandPattern(
  pattern: string,
  base: string,
  {
    paths = nodePath,
    tree = fileTree(base),
  }: { readonly paths?: PlatformPath; readonly tree?: Tree } = {},
): Promise<readonly string[] | undefined> {
  const patterns = expandBraces(pattern, nameRules(paths).escape)
  if (!patterns) return undefined
  const found = new Set<string>()
  for (const each of patterns) {
    for (const name of await matchingFiles(readFilePattern(each, paths), paths, tree))
      found.add(name)
  }
  return [...found]
}
