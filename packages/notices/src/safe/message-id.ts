import { parseMailAddress } from './mail-address.ts'

/** The name of a mail, angle brackets and all. Only {@link parseMessageId} makes one. */
export type MessageId = string & { readonly _: 'MessageId' }

/** Reads `<ra-1.2.abc@example.org>`, or gives undefined when the text is no name that every mail program reads alike. */
export function parseMessageId(text: string): MessageId | undefined {
  if (!text.startsWith('<') || !text.endsWith('>')) return undefined
  return parseMailAddress(text.slice(1, -1)) ? (text as MessageId) : undefined
}
