import { type HeaderText, headerText } from './header-text.ts'
import { hidden } from './hidden.ts'
import { type MailAddress, parseMailAddress } from './mail-address.ts'

/** An address with the name of who reads there. */
export type Mailbox = { readonly name?: HeaderText; readonly address: MailAddress }

/** Reads `abuse@example.org` or `A name <abuse@example.org>`; undefined when the text is neither. */
export function parseMailbox(text: string): Mailbox | undefined {
  if (text.length > 400 || text.search(hidden) !== -1) return undefined
  const open = text.lastIndexOf('<')
  if (open === -1) {
    const address = parseMailAddress(text.trim())
    return address && { address }
  }
  if (!text.trimEnd().endsWith('>')) return undefined
  const address = parseMailAddress(text.slice(open + 1, text.lastIndexOf('>')))
  const name = unquoted(text.slice(0, open).trim())
  if (!address || /[<>"]/.test(name)) return undefined
  return name === '' ? { address } : { name: headerText(name), address }
}

function unquoted(name: string): string {
  return name.length > 1 && name.startsWith('"') && name.endsWith('"') ? name.slice(1, -1) : name
}
