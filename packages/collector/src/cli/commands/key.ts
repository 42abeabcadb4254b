import { randomBytes } from 'node:crypto'
import { keyHash } from '../../intake/http/bearer.ts'
import { Fault } from '../../fault.ts'
import type { Command } from '../command.ts'
import { writeLines } from '../io.ts'

/** `key`: a new key for a submitter. It is shown once, and only its hash is ever kept. */
export const key: Command = {
  usage: 'key NAME',
  does: 'make a key for a submitter; it is shown once',
  options: {},
  words: { least: 1, most: 1 },
  async run(given, io) {
    const [name = ''] = given.words
    if (!/^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/.test(name)) {
      throw new Fault(
        'bad-config',
        `${JSON.stringify(name)} is no name: use up to 64 letters, digits, dots and dashes.`,
      )
    }
    const made = `ra_${randomBytes(4).toString('hex')}_${randomBytes(20).toString('base64url')}`
    await writeLines(io, [
      `Give this key to ${name}; it is shown only now:`,
      '',
      `  ${made}`,
      '',
      'Put this into redalert.toml:',
      '',
      `  [submitters.${/^[A-Za-z0-9_-]+$/.test(name) ? name : JSON.stringify(name)}]`,
      `  keys = ["${keyHash(made)}"]`,
    ])
    return 0
  },
}
