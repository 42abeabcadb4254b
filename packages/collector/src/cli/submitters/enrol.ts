import type { Instant } from '@redalert/core'
import { anonymous } from '../../arrival.ts'
import { Fault } from '../../fault.ts'
import { parseMailAddress } from '../../intake/mail/mail-address.ts'
import { keyBytes, newKey } from '../../keys/new-key.ts'
import { type KeyScope, keyScopes } from '../../trust/kept-key.ts'
import type { SubmitterBook } from '../../trust/submitter-book.ts'

/** How somebody is enrolled. */
export type Enrolling = {
  /** One of the operator's own sensors. */
  readonly own: boolean
  readonly batch: string | undefined
  readonly mail: string | undefined
  readonly scopes: string
  readonly now: Instant
  readonly random: (count: number) => Uint8Array
}

/** Enrols somebody, makes a key for them, and tells it, once. Whoever is enrolled already gets another key. */
export function enrol(book: SubmitterBook, name: string, enrolling: Enrolling): readonly string[] {
  const { own, batch = null, mail, now, random } = enrolling
  checkName(name)
  const scopes = scopesIn(enrolling.scopes)
  const known = book.submitter(name)
  if (known && (own || batch !== null))
    throw wrong(
      `${name} is enrolled already, and stays who they are: --own and --batch are for somebody new.`,
    )
  const address = mail === undefined ? undefined : addressIn(mail)
  const whose = address === undefined ? undefined : book.enrolledWith(address)
  if (whose !== undefined && whose !== name) throw wrong(`${address} is the address of ${whose}.`)
  book.record({ kind: 'met', name, as: own ? 'own' : 'key', at: now, batch })
  if (address !== undefined) book.addAddress(name, address)
  const { text, kept } = newKey({ submitter: name, scopes }, now, random(keyBytes))
  book.addKey(kept)
  return [
    `${known ? `Another key for ${name}` : `${name} is enrolled${own ? ' as one of your own sensors' : ''}. The key`}; it is shown only now:`,
    '',
    `  ${text}`,
    ...(address === undefined
      ? []
      : ['', `Mail that ${address} is proven to have sent is theirs.`]),
  ]
}

function checkName(name: string): void {
  if (!/^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/.test(name) || name.startsWith('ra_'))
    throw wrong(
      `${JSON.stringify(name)} is no name: use up to 64 letters, digits, dots and dashes, not beginning with ra_.`,
    )
  if (name === anonymous)
    throw wrong(`${anonymous} cannot be enrolled: it is everybody who proves nothing.`)
}

function scopesIn(text: string): readonly KeyScope[] {
  const scopes = text.split(',').map(word => keyScopes.find(scope => scope === word))
  if (scopes.includes(undefined))
    throw wrong(`--scopes can be ${keyScopes.join(',')} or some of them.`)
  return scopes.filter(scope => scope !== undefined)
}

function addressIn(text: string): string {
  const address = parseMailAddress(text)
  if (address) return address
  throw wrong(`${JSON.stringify(text)} is no mail address: write it like owner@example.org.`)
}

function wrong(message: string): Fault {
  return new Fault('bad-config', message)
}
