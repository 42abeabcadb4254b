import type { StringPool } from '../ranges/string-pool.ts'
import { interner } from './interner.ts'
import type { Merged } from './merge-parts.ts'

/** Where the references of a row lead, found once for all rows with the same. */
export type ContactBook = {
  readonly find: (desk: number, team: number, organisation: number) => Led
  /** Each contact as `mailbox TAB way TAB way`. */
  readonly contacts: () => StringPool
  readonly holders: () => StringPool
}

export type Led = {
  /** The number of the contact, zero for none. */
  readonly contact: number
  readonly holder: number
  /** A reference leads to an entry that is in none of the files. */
  readonly dangling: boolean
}

type Entry = { readonly mailbox: number; readonly desk: number; readonly name: number }

/**
 * The contacts that the entries of a registry make: a row's own abuse-c, its team's (mnt-irt), or its organisation's
 * abuse-c; the entry must have a mailbox for abuse.
 */
export function contactBook({ tables, texts }: Merged): ContactBook {
  const entries = new Map<number, Entry>()
  const { entries: rows } = tables
  for (let at = 0; at < rows.length; at += 4) {
    const [handle = 0, mailbox = 0, desk = 0, name = 0] = rows.subarray(at, at + 4)
    entries.set(handle, { mailbox, desk, name })
  }
  const contacts = interner()
  const holders = interner()
  const found = new Map<string, Led>()
  const lead = (desk: number, team: number, organisation: number): Led => {
    const owner = entries.get(organisation)
    const holder = holders.number(texts[owner?.name ?? 0])
    const ways = [[desk], [team], [organisation, owner?.desk ?? 0]].filter(way => way.at(-1) !== 0)
    for (const way of ways) {
      const mailbox = entries.get(way.at(-1) ?? 0)?.mailbox
      if (!mailbox) continue
      const text = [mailbox, ...way].map(number => texts[number] ?? '').join('\t')
      return { contact: contacts.number(text), holder, dangling: false }
    }
    return { contact: 0, holder, dangling: ways.some(way => !entries.has(way.at(-1) ?? 0)) }
  }
  return {
    find(desk, team, organisation) {
      const key = `${desk} ${team} ${organisation}`
      const known = found.get(key) ?? lead(desk, team, organisation)
      found.set(key, known)
      return known
    },
    contacts: contacts.finish,
    holders: holders.finish,
  }
}
