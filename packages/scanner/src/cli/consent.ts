import { createInterface } from 'node:readline/promises'
import type { Io } from './io.ts'

/** Asks a person yes or no on a terminal; where there is none, nobody has said yes. */
export async function consent(question: string, { stdin, stderr }: Io): Promise<boolean> {
  if (!stdin.isTTY || !stderr.isTTY) return false
  const lines = createInterface({ input: stdin, output: stderr })
  try {
    return /^(?:y|yes)$/i.test((await lines.question(`${question} [y/N] `)).trim())
  } finally {
    lines.close()
  }
}
