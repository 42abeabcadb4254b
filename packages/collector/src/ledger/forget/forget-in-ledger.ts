import { existsSync } from 'node:fs'
import { DatabaseSync } from 'node:sqlite'
import { transaction } from '../transaction.ts'
import { splitAtAddress } from './split-at-address.ts'

/** What a ledger is to forget. */
export type Forgotten =
  /** A machine: what became of it, and every letter and answer that names it. */
  | { readonly kind: 'address'; readonly address: string }
  /** Somebody who told of some machines: the evidence in letters that name these, and what they wrote as a mailbox. */
  | { readonly kind: 'submitter'; readonly name: string; readonly sources: ReadonlySet<string> }

/** What stands in the place of what is gone. */
const gone = '[forgotten]'

type Draft = {
  readonly hosts: readonly { readonly source: string }[]
  readonly subject: string
  readonly decidedBy: readonly string[]
}

/**
 * Forgets in a ledger. Of letters stays to whom they went and when, for nobody is to be told twice; of events stays what
 * happened to cases. Gives how many letters and answers lost something.
 */
export function forgetInLedger(file: string, what: Forgotten): number {
  if (!existsSync(file)) return 0
  const database = new DatabaseSync(file, { timeout: 10_000 })
  try {
    database.exec('PRAGMA secure_delete = ON')
    const count = transaction(database, () => {
      const letters = forgetLetters(database, what)
      if (what.kind === 'address') forgetHost(database, what.address)
      return letters.size + forgetHeard(database, what, letters)
    })
    database.exec('VACUUM; PRAGMA wal_checkpoint(TRUNCATE)')
    return count
  } finally {
    database.close()
  }
}

/** Gives the letters that named what is forgotten. What lost its text must not leave, whatever it waited for. */
function forgetLetters(database: DatabaseSync, what: Forgotten): ReadonlySet<number> {
  const named = new Set<number>()
  const update = database.prepare(
    "UPDATE letters SET draft = ?, mail = ?, state = iif(state IN ('sent', 'refused'), state, 'withdrawn') WHERE id = ?",
  )
  const mailOf = database.prepare('SELECT mail FROM letters WHERE id = ?')
  for (const row of database.prepare('SELECT id, draft FROM letters').all()) {
    const [id, draft] = [Number(row['id']), row['draft']]
    const before = JSON.parse(String(draft)) as Draft
    const isNamed = before.hosts.some(({ source }) =>
      what.kind === 'address' ? source === what.address : what.sources.has(source),
    )
    const isDecider = what.kind === 'submitter' && before.decidedBy.includes(what.name)
    if (!isNamed && !isDecider) continue
    named.add(id)
    const after =
      what.kind === 'address'
        ? {
            ...before,
            hosts: before.hosts.filter(({ source }) => source !== what.address),
            subject: without(before.subject, what.address),
          }
        : { ...before, decidedBy: before.decidedBy.filter(name => name !== what.name) }
    const mail = mailOf.get(id)?.['mail'] as Uint8Array
    update.run(JSON.stringify(after), languageAlone(mail), id)
  }
  return named
}

/** Of a mail its language is left: whoever got it is written to in it again. */
function languageAlone(mail: Uint8Array): Uint8Array {
  const text = Buffer.from(mail).toString('latin1')
  const head = text.slice(0, text.indexOf('\r\n\r\n') + 2)
  const line = head.split('\r\n').find(each => each.startsWith('Content-Language: '))
  return Buffer.from(line === undefined ? '\r\n' : `${line}\r\n\r\n`, 'latin1')
}

function forgetHost(database: DatabaseSync, address: string): void {
  const prefix = `${address} `
  for (const table of ['hosts', 'silences'])
    database.prepare(`DELETE FROM ${table} WHERE substr(key, 1, ?) = ?`).run(prefix.length, prefix)
  database
    .prepare("DELETE FROM events WHERE of = 'host' AND json_extract(event, '$.source') = ?")
    .run(address)
  const events =
    "SELECT number AS id, event AS text FROM events WHERE of = 'case' AND instr(event, ?)"
  const cases = 'SELECT rowid AS id, "case" AS text FROM cases WHERE instr("case", ?)'
  for (const [select, update] of [
    [events, 'UPDATE events SET event = ? WHERE number = ?'],
    [cases, 'UPDATE cases SET "case" = ? WHERE rowid = ?'],
  ] as const)
    for (const { id, text } of database.prepare(select).all(address))
      database.prepare(update).run(without(String(text), address), Number(id))
}

/** Answers quote letters, so all that came back on one goes with it. */
function forgetHeard(
  database: DatabaseSync,
  what: Forgotten,
  letters: ReadonlySet<number>,
): number {
  const clear = database.prepare(
    'UPDATE heard SET sender = ?, subject = ?, text = ?, mail = NULL, is_open = 0 WHERE number = ?',
  )
  const rows = database.prepare('SELECT number, letter, sender, subject, text, mail FROM heard')
  let count = 0
  for (const { number, letter, sender, subject, text, mail } of rows.all()) {
    const body = mail === null ? '' : Buffer.from(mail as Uint8Array).toString('latin1')
    const said = [sender, subject, text, body].map(String)
    const isNamed =
      what.kind === 'address'
        ? said.some(each => splitAtAddress(each, what.address).length > 1)
        : isFrom(String(sender), what.name)
    if (!isNamed && !(letter !== null && letters.has(Number(letter)))) continue
    clear.run(gone, gone, gone, Number(number))
    count++
  }
  return count
}

/** A submitter that is known by a mailbox may have answered from it. */
function isFrom(sender: string, name: string): boolean {
  const mailbox = name.replace(/^mailto:/, '').toLowerCase()
  return mailbox.includes('@') && sender.toLowerCase().includes(mailbox)
}

function without(text: string, address: string): string {
  return splitAtAddress(text, address).join(gone)
}
