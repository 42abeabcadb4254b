import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Appeal, appealFault } from '@redalert/core'
import { appealNames } from './appeal-names.ts'
import { type AppealKey, newAppealKey, readAppealKey } from './appeal-key.ts'

/** The appeals of a collector, each a file of its data folder, and the key that signs them. */
export type AppealFolder = {
  /** By name. What is no appeal is none of them. */
  readonly all: () => readonly Appeal[]
  readonly one: (id: string) => Appeal | undefined
  /** Keeps a new one; false when there is one of its name. */
  readonly add: (appeal: Appeal) => boolean
  /** The key; made when there is none. Whoever answers once knows its public half, so it never changes by itself. */
  readonly key: () => AppealKey
}

/** The appeals that lie in a data folder. */
export function appealFolder(data: string): AppealFolder {
  const folder = join(data, 'appeals')
  const one = (id: string): Appeal | undefined => {
    if (!/^[a-z0-9][a-z0-9-]{0,63}$/.test(id)) return undefined
    const value = valueIn(join(folder, `${id}.json`))
    return appealFault(value) === undefined ? (value as Appeal) : undefined
  }
  return {
    all: () =>
      appealNames(folder)
        .map(name => one(name.slice(0, -'.json'.length)))
        .filter(appeal => appeal !== undefined),
    one,
    add(appeal) {
      mkdirSync(folder, { recursive: true, mode: 0o700 })
      return writeNew(join(folder, `${appeal.id}.json`), `${JSON.stringify(appeal, null, 2)}\n`)
    },
    key() {
      mkdirSync(data, { recursive: true, mode: 0o700 })
      const path = join(data, 'appeal.key')
      if (!isThere(path)) writeNew(path, newAppealKey())
      const key = readAppealKey(readFileSync(path, 'utf8'))
      if (!key) throw new Error(`${path} holds no Ed25519 key`)
      return key
    },
  }
}

/** Writes a file that only its owner may read, whole or not at all; false when there is one. */
function writeNew(path: string, text: string): boolean {
  const part = `${path}.${process.pid}.part`
  writeFileSync(part, text, { mode: 0o600, flush: true })
  try {
    linkSync(part, path)
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false
    throw error
  } finally {
    rmSync(part, { force: true })
  }
}

function isThere(path: string): boolean {
  try {
    return readFileSync(path).length > 0
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return false
    throw error
  }
}

function valueIn(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8'))
  } catch {
    return undefined
  }
}
