import { readFileSync } from 'node:fs'
import { fingerprint, type KeyHint } from '../spool/spooled.ts'
import { isKey } from './is-key.ts'

export type FoundKey = { readonly key: string | undefined } | { readonly missing: string }

/** The key that a submission was made with, and no other: another collector must not learn it. */
export function keyOf(hint: KeyHint | null, { REDALERT_KEY: given }: NodeJS.ProcessEnv): FoundKey {
  if (hint === null) return { key: undefined }
  if (hint.file === null) {
    return given !== undefined && fingerprint(given) === hint.fingerprint
      ? { key: given }
      : { missing: 'it needs the key that it was made with in REDALERT_KEY' }
  }
  try {
    const key = readFileSync(hint.file, 'utf8').trim()
    return isKey(key) ? { key } : { missing: `${hint.file} holds no key` }
  } catch {
    return { missing: `its key in ${hint.file} cannot be read` }
  }
}
