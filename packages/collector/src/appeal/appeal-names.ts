import { readdirSync } from 'node:fs'

/** The files of appeals in a folder, sorted; none where there is no such folder. */
export function appealNames(folder: string): readonly string[] {
  try {
    return readdirSync(folder)
      .filter(name => name.endsWith('.json'))
      .toSorted()
  } catch {
    return []
  }
}
