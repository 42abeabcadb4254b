import type { Untrusted } from '@redalert/core'

/** A stretch of bytes that is text, or one byte that is none. */
export type Piece = { readonly kind: 'text' | 'byte'; readonly text: string }

/** Splits a text of one character per byte into what UTF-8 spells, as the letters it means, and bytes that spell nothing. */
export function piecesOf(bytes: Untrusted): readonly Piece[] {
  return (bytes.match(spelling) ?? []).map(piece =>
    piece.length === 1 && piece > '\x7f'
      ? { kind: 'byte', text: piece }
      : { kind: 'text', text: meaning(piece) },
  )
}

/** A run of ASCII, a letter as UTF-8 may spell it (Unicode 17, table 3-7), or one byte or character of anything else. */
const spelling =
  /[\0-\x7f]+|[\xc2-\xdf][\x80-\xbf]|\xe0[\xa0-\xbf][\x80-\xbf]|\xed[\x80-\x9f][\x80-\xbf]|[\xe1-\xec\xee\xef][\x80-\xbf]{2}|\xf0[\x90-\xbf][\x80-\xbf]{2}|\xf4[\x80-\x8f][\x80-\xbf]{2}|[\xf1-\xf3][\x80-\xbf]{3}|[^]/g

function meaning(piece: string): string {
  return piece <= '\x7f' || piece.charCodeAt(0) < 0x80
    ? piece
    : Buffer.from(piece, 'latin1').toString('utf8')
}
