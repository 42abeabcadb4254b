import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { type Instant, instantOfSeconds } from '@redalert/core'
import { Fault } from '../../fault.ts'
import { readBeliefs } from '../../store/sqlite/beliefs/read-beliefs.ts'
import { sqliteSubmitterBook } from '../../store/sqlite/submitters/submitter-book.ts'
import type { Clock } from '../../trust/clock.ts'
import type { SubmitterBook } from '../../trust/submitter-book.ts'
import { type Command, dataOption, type Given } from '../command.ts'
import { dataFolder } from '../folder-of.ts'
import { writeLines } from '../io.ts'
import { enrol } from '../submitters/enrol.ts'
import { revoke } from '../submitters/revoke.ts'
import { submitterLines } from '../submitters/submitter-lines.ts'
import { vouch } from '../submitters/vouch.ts'

/** `submitters`: who tells, and whom to believe. The collector may run; it heeds what is said here at once. */
export const submitters: Command = {
  usage:
    'submitters list|add|trust|revoke [NAME|KEY] --data DIR [--own] [--batch NAME] [--mail ADDRESS] [--scopes submit,read,admin] [--undo] [--json]',
  does: 'list who tells, and what is known of their clocks; enrol somebody and make a key, which is shown once; vouch for somebody; believe nothing of somebody any more, or end a key',
  options: {
    ...dataOption,
    own: { type: 'boolean' },
    batch: { type: 'string' },
    mail: { type: 'string' },
    scopes: { type: 'string' },
    undo: { type: 'boolean' },
    json: { type: 'boolean' },
  },
  words: { least: 1, most: 2 },
  async run(given, io) {
    const [verb = '', name] = given.words
    const work = Object.hasOwn(verbs, verb) ? verbs[verb as keyof typeof verbs] : undefined
    if (!work || (verb === 'list') !== (name === undefined))
      throw new Fault('bad-config', 'Say list, or add, trust or revoke and a name.')
    const folder = dataFolder(given, io.cwd())
    using book = sqliteSubmitterBook(join(folder, 'intake.db'))
    using beliefs = readBeliefs(join(folder, 'beliefs.db'))
    const clocks = (submitter: string) => beliefs?.clocks(submitter) ?? []
    const { lines, code } = work({ book, clocks }, name ?? '', given)
    await writeLines(io, lines)
    return code
  },
}

/** What a verb says, and the exit code. */
type Done = { readonly lines: Iterable<string>; readonly code: number }
type Known = {
  readonly book: SubmitterBook
  /** As they were found when everybody was weighed last. */
  readonly clocks: (submitter: string) => readonly Clock[]
}
type Verb = (known: Known, name: string, given: Given) => Done

const verbs: Readonly<Record<'list' | 'add' | 'trust' | 'revoke', Verb>> = {
  list: ({ book, clocks }, _, { options }) => {
    const lines = submitterLines(book, { json: options['json'] === true, clocks })
    return { lines, code: lines.length > 0 ? 0 : 1 }
  },
  add: ({ book }, name, { options }) => ({
    lines: enrol(book, name, {
      own: options['own'] === true,
      batch: textOf(options['batch']),
      mail: textOf(options['mail']),
      scopes: textOf(options['scopes']) ?? 'submit',
      now: instantOfSeconds(Date.now() / 1000) as Instant,
      random: randomBytes,
    }),
    code: 0,
  }),
  trust: ({ book }, name, { options }) => ({
    lines: vouch(book, name, { undo: options['undo'] === true }),
    code: 0,
  }),
  revoke: ({ book }, name, { options }) => ({
    lines: revoke(book, name, { undo: options['undo'] === true }),
    code: 0,
  }),
}

function textOf(option: string | boolean | undefined): string | undefined {
  return typeof option === 'string' ? option : undefined
}
