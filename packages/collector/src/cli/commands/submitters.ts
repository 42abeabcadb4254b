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
import { noMailbox, setWeekly, type WeeklyMails, weeklyMails } from '../submitters/weekly.ts'
import { vouch } from '../submitters/vouch.ts'

/** `submitters`: who tells, and whom to believe. The collector may run; it heeds what is said here at once. */
export const submitters: Command = {
  usage:
    'submitters list|add|trust|revoke|weekly [NAME|KEY] [on|off] --data DIR [--own] [--batch NAME] [--mail ADDRESS] [--weekly] [--scopes submit,read,admin] [--undo] [--json]',
  does: 'list who tells, and what is known of their clocks; enrol somebody and make a key, which is shown once; vouch for somebody; believe nothing of somebody any more, or end a key; mail somebody once a week what became of their machines, or no more',
  options: {
    ...dataOption,
    own: { type: 'boolean' },
    batch: { type: 'string' },
    mail: { type: 'string' },
    weekly: { type: 'boolean' },
    scopes: { type: 'string' },
    undo: { type: 'boolean' },
    json: { type: 'boolean' },
  },
  words: { least: 1, most: 3 },
  async run(given, io) {
    const [verb = '', name, more] = given.words
    const work = Object.hasOwn(verbs, verb) ? verbs[verb as keyof typeof verbs] : undefined
    if (!work || (verb === 'list') !== (name === undefined))
      throw new Fault('bad-config', 'Say list, or add, trust, revoke or weekly and a name.')
    if ((verb === 'weekly') !== (more !== undefined))
      throw new Fault('bad-config', 'Say on or off after weekly and a name, and nothing else.')
    const folder = dataFolder(given, io.cwd())
    using book = sqliteSubmitterBook(join(folder, 'intake.db'))
    using beliefs = readBeliefs(join(folder, 'beliefs.db'))
    const clocks = (submitter: string) => beliefs?.clocks(submitter) ?? []
    const weekly = weeklyMails(folder)
    const { lines, code } = work({ book, clocks, weekly }, name ?? '', given)
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
  readonly weekly: WeeklyMails
}
type Verb = (known: Known, name: string, given: Given) => Done

const verbs: Readonly<Record<'list' | 'add' | 'trust' | 'revoke' | 'weekly', Verb>> = {
  list: ({ book, clocks, weekly }, _, { options }) => {
    const json = options['json'] === true
    const lines = submitterLines(book, { json, clocks, weekly: weekly.to })
    return { lines, code: lines.length > 0 ? 0 : 1 }
  },
  add: ({ book, weekly }, name, { options }) => {
    const mail = textOf(options['mail'])
    const isWeekly = options['weekly'] === true
    if (isWeekly && mail === undefined) throw noMailbox(name)
    const lines = enrol(book, name, {
      own: options['own'] === true,
      batch: textOf(options['batch']),
      mail,
      scopes: textOf(options['scopes']) ?? 'submit',
      now: instantOfSeconds(Date.now() / 1000) as Instant,
      random: randomBytes,
    })
    const more = isWeekly ? setWeekly(book, weekly, { name, wants: 'on', mail }) : []
    return { lines: [...lines, ...more], code: 0 }
  },
  trust: ({ book }, name, { options }) => ({
    lines: vouch(book, name, { undo: options['undo'] === true }),
    code: 0,
  }),
  revoke: ({ book }, name, { options }) => ({
    lines: revoke(book, name, { undo: options['undo'] === true }),
    code: 0,
  }),
  weekly: ({ book, weekly }, name, { words, options }) => ({
    lines: setWeekly(book, weekly, { name, wants: words[2] ?? '', mail: textOf(options['mail']) }),
    code: 0,
  }),
}

function textOf(option: string | boolean | undefined): string | undefined {
  return typeof option === 'string' ? option : undefined
}
