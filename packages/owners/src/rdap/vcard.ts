import type { Untrusted } from '@redalert/core'
import { listOf, objectOf, textOf, wordsOf } from './json.ts'

/** What an entity's card says of how to reach it. */
export type Card = {
  readonly name?: Untrusted
  readonly nature?: 'group' | 'individual'
  readonly mails: readonly { readonly mailbox: Untrusted; readonly forAbuse: boolean }[]
}

/** Reads the card of an entity, as a jCard (RFC 7095) or as JSContact (RFC 9553), whichever is there. */
export function readCard(entity: Readonly<Record<string, unknown>>): Card {
  const lines = listOf(listOf(entity.vcardArray)[1]).filter(line => Array.isArray(line))
  return lines.length > 0 ? readJCard(lines) : readJsContact(objectOf(entity.jscard))
}

function readJCard(lines: readonly unknown[]): Card {
  const fields = lines.map(line => {
    const [name, parameters, , value] = listOf(line)
    return { name: textOf(name)?.toLowerCase(), parameters: objectOf(parameters), value }
  })
  const firstText = (name: string) =>
    textOf(fields.find(field => field.name === name && textOf(field.value))?.value)
  const mails = fields.flatMap(({ name, parameters, value }) => {
    const mailbox = name === 'email' ? textOf(value) : undefined
    return mailbox ? [{ mailbox, forAbuse: wordsOf(parameters.type).includes('abuse') }] : []
  })
  return card(firstText('fn'), firstText('kind'), mails)
}

function readJsContact(contact: Readonly<Record<string, unknown>>): Card {
  const mails = Object.values(objectOf(contact.emails)).flatMap(value => {
    const { address, contexts, label } = objectOf(value)
    const mailbox = textOf(address)
    const forAbuse = 'abuse' in objectOf(contexts) || textOf(label)?.toLowerCase() === 'abuse'
    return mailbox ? [{ mailbox, forAbuse }] : []
  })
  return card(textOf(objectOf(contact.name).full), textOf(contact.kind), mails)
}

function card(name: Untrusted | undefined, kind: string | undefined, mails: Card['mails']): Card {
  const nature = natureOf(kind?.toLowerCase())
  return { ...(name && { name }), ...(nature && { nature }), mails }
}

function natureOf(kind: string | undefined): Card['nature'] {
  if (kind === 'individual') return 'individual'
  return kind === 'group' || kind === 'org' ? 'group' : undefined
}
