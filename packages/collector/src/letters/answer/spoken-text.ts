import { fromByteText } from '@redalert/core'
import { decodeText } from '../decode-text.ts'
import { htmlText } from '../html-text.ts'
import type { Part } from '../mime/part.ts'
import { textParts } from '../text-parts.ts'

const mostText = 64 * 1024

/** What a mail says to a reader, without the messages that stand inside it; of a long one its beginning. */
export function spokenText(parts: readonly Part[]): string {
  const spoken = textParts(
    parts.filter(({ type, isEnclosed }) => !isEnclosed && type !== 'text/rfc822-headers'),
  )
  let text = ''
  for (const part of spoken) {
    if (text.length >= mostText) break
    text += `${textOf(part)}\n`
  }
  return text.slice(0, mostText)
}

/** The text of one part; of HTML what stands before the mail that it quotes. */
export function textOf({ bytes, charset, type }: Part): string {
  const some = bytes.subarray(0, mostText)
  const decoded = decodeText(some, charset)?.text ?? Buffer.from(some).toString('latin1')
  const letters = fromByteText(decoded) ?? decoded
  const text = type === 'text/html' ? htmlText(beforeQuote(letters)) : letters
  return text.replaceAll('\r\n', '\n').replaceAll('\r', '\n')
}

/** How mail programs mark in HTML what they quote. */
const quotes = ['<blockquote', 'gmail_quote', 'divrplyfwdmsg', 'appendonsend', 'moz-cite-prefix']

function beforeQuote(html: string): string {
  const lower = html.toLowerCase()
  const cuts = quotes.map(quote => lower.indexOf(quote)).filter(at => at !== -1)
  if (cuts.length === 0) return html
  const cut = Math.min(...cuts)
  // A name inside a tag: cut before the tag.
  const tag = html.lastIndexOf('<', cut)
  return html.slice(0, tag === -1 ? cut : tag)
}
