import { readFileSync } from 'node:fs'
import { join } from 'node:path/posix'
import { filesBelow, packageFolders } from '../scripts/files.js'
import { root } from '../scripts/root.js'
import { importsOf } from './imports.ts'

/** A source file that is no test: where it stands, in which room, and what it imports. */
export type SourceFile = {
  /** From the root of the repository, with slashes. */
  readonly path: string
  readonly room: string
  readonly lines: number
  readonly imports: readonly string[]
}

/**
 * Every source file of every package. Tests are none, nor is what serves tests alone, which is known by
 * what it imports.
 */
export function sourceFiles(): readonly SourceFile[] {
  return packageFolders()
    .flatMap(name => filesBelow(`packages/${name}/src`, '.ts'))
    .filter(path => !/\.test\.ts$|\.as\.ts$/.test(path))
    .map(path => {
      const text = readFileSync(join(root, path), 'utf8')
      const lines = text.split('\n').length - 1
      return { path, room: roomOf(path), lines, imports: importsOf(text) }
    })
    .filter(({ imports }) => !imports.some(one => testTools.includes(one)))
}

const testTools = ['node:test', 'node:assert/strict', 'fast-check']

/** The room of a file: `packages/core/src/model/cell.ts` is in `core/model`, as `model.ts` would be. */
export function roomOf(path: string): string {
  const [, name, , room] = path.split('/')
  return `${name}/${room!.replace(/\.ts$/, '')}`
}

/** The file that a relative import of another means, or undefined when the import is of a package. */
export function importedFile(from: string, specifier: string): string | undefined {
  return specifier.startsWith('.') ? join(from, '..', specifier) : undefined
}
