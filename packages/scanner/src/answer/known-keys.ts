import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** The keys by which collectors signed the appeals that were answered, by the origin of each. */
export type KnownKeys = {
  readonly of: (origin: string) => string | undefined
  readonly note: (origin: string, key: string) => void
}

/** The keys that are remembered in a folder. */
export function knownKeys(folder: string): KnownKeys {
  const file = join(folder, 'appeal-keys.json')
  return {
    of: origin => keysIn(file).get(origin),
    note(origin, key) {
      const keys = keysIn(file)
      if (keys.get(origin) === key) return
      mkdirSync(folder, { recursive: true, mode: 0o700 })
      const part = `${file}.${process.pid}.part`
      const text = JSON.stringify(Object.fromEntries(keys.set(origin, key)), null, 2)
      writeFileSync(part, `${text}\n`, { mode: 0o600, flush: true })
      renameSync(part, file)
    },
  }
}

function keysIn(file: string): Map<string, string> {
  let text: string
  try {
    text = readFileSync(file, 'utf8')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return new Map()
    throw error
  }
  return new Map(Object.entries(JSON.parse(text) as Record<string, string>))
}
