import type { Untrusted } from '@redalert/core'
import { domainToASCII } from 'node:url'

/** A mail address that can be written to, its domain in lower case and ASCII; only {@link parseMailbox} makes one. */
export type Mailbox = string & { readonly _: 'Mailbox' }

const longest = 254

/**
 * Reads the address of a mailbox, or gives undefined: no quotes, comments, spaces, routes, numeric or single-word
 * domains, and no host name with an underscore. What a registry holds is anybody's text.
 */
export function parseMailbox(text: Untrusted): Mailbox | undefined {
  const bare = unwrapped(text.trim())
  if (bare.length > longest) return undefined
  const at = bare.indexOf('@')
  if (at < 1 || bare.indexOf('@', at + 1) !== -1) return undefined
  const local = bare.slice(0, at)
  const domain = readDomain(bare.slice(at + 1))
  return isLocalPart(local) && domain ? (`${local}@${domain}` as Mailbox) : undefined
}

/** The domain of a mailbox. */
export function domainOf(mailbox: Mailbox): string {
  return mailbox.slice(mailbox.indexOf('@') + 1)
}

function unwrapped(text: string): string {
  if (text.startsWith('<') && text.endsWith('>')) return text.slice(1, -1)
  return text.toLowerCase().startsWith('mailto:') ? text.slice('mailto:'.length) : text
}

function isLocalPart(text: string): boolean {
  if (text.length > 64) return false
  return text.split('.').every(atom => /^[a-z0-9!#$%&'*+/=?^_`{|}~-]+$/i.test(atom))
}

function readDomain(text: string): string | undefined {
  if (text.length > longest) return undefined
  const ascii = domainToASCII(text)
  if (ascii === '' || ascii.length > 253) return undefined
  const labels = ascii.split('.')
  const wellFormed = labels.every(label => /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/.test(label))
  if (labels.length < 2 || !wellFormed) return undefined
  return /^[a-z]/.test(labels.at(-1) ?? '') ? ascii : undefined
}
