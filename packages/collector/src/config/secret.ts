import { readFileSync } from 'node:fs'
import { Fault } from '../fault.ts'

/** A secret from a file, or from the environment; never from the configuration itself. */
export function readSecret(
  file: string | undefined,
  variable: string,
  environment: Readonly<Record<string, string | undefined>>,
): string {
  if (file === undefined) {
    const secret = environment[variable]
    if (!secret)
      throw new Fault(
        'no-secret',
        `There is no password: name a password_file, or set ${variable}.`,
      )
    return secret
  }
  try {
    return readFileSync(file, 'utf8').replace(/\r?\n$/, '')
  } catch (error) {
    throw new Fault('no-secret', `The password file ${file} cannot be read.`, error)
  }
}
