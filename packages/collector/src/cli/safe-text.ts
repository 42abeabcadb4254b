import { fromByteText, type Untrusted } from '@redalert/core'

/** What a person does not see, or what changes what is seen. */
const hidden = /[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/gu

/** Text that a terminal shows and does not obey. */
export function safeText(text: string): string {
  return text.replace(hidden, letter => `\\u{${(letter.codePointAt(0) ?? 0).toString(16)}}`)
}

/** The same of a text of one character per byte: as the letters that it means, or byte by byte. */
export function safeBytes(bytes: Untrusted): string {
  const text = fromByteText(bytes)
  if (text !== undefined) return safeText(text)
  return bytes.replace(
    /[^\x20-\x7e]/g,
    byte => `\\x${byte.charCodeAt(0).toString(16).padStart(2, '0')}`,
  )
}

/** A value as one line of JSON in which nothing hidden stands raw. */
export function safeJson(value: unknown): string {
  return JSON.stringify(value).replace(hidden, letter =>
    Array.from(
      { length: letter.length },
      (_, at) => `\\u${letter.charCodeAt(at).toString(16).padStart(4, '0')}`,
    ).join(''),
  )
}
