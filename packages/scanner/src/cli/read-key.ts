import { readFileSync, statSync } from 'node:fs'
import { resolve } from 'node:path'
import { fingerprint, type KeyHint } from '../spool/spooled.ts'
import { isKey } from '../submit/is-key.ts'
import type { Io } from './io.ts'

/** With which key is submitted, null without; or what is wrong with it. */
export type KeyReading = { readonly hint: KeyHint | null } | { readonly wrong: string }

/** Finds the key in its file, else in the environment. */
export function readKey(keyFile: string | undefined, { env, cwd, stderr }: Io): KeyReading {
  if (keyFile === undefined) {
    const key = env.REDALERT_KEY
    if (key === undefined || key === '') return { hint: null }
    if (!isKey(key)) return { wrong: 'REDALERT_KEY holds no key: letters, digits and -._~+/ only' }
    return { hint: { file: null, fingerprint: fingerprint(key) } }
  }
  const file = resolve(cwd(), keyFile)
  try {
    const key = readFileSync(file, 'utf8').trim()
    if (!isKey(key))
      return { wrong: `${keyFile} holds no key: it must be one line of letters, digits and -._~+/` }
    if (process.platform !== 'win32' && (statSync(file).mode & 0o077) !== 0)
      stderr.write(`redalert: note: others can read your key: chmod 600 ${keyFile}\n`)
    return { hint: { file, fingerprint: fingerprint(key) } }
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    return { wrong: `the key cannot be read: ${reason}` }
  }
}
