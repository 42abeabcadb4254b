/** Shorter ones cost more to look up than they save. */
const shortest = 24

/**
 * Splits evidence into what is its own and what other lines probably hold too, in turns: its own (which may be empty)
 * at even places, the common at odd ones. Joined they are the text again. Common are header lines and what stands
 * between quotes, or between blanks where there are none: the worm sends every victim the same request. What stands
 * before and behind quotes, an address and a time, is in no other line.
 */
export function splitPieces(text: string): readonly string[] {
  const pieces: string[] = ['']
  const last = text.lastIndexOf('\n') + 1
  if (last > 0) for (const line of text.slice(0, last - 1).split('\n')) addPiece(pieces, line, '\n')
  const mark = text.includes('"', last) ? '"' : ' '
  let isQuoted = mark === ' '
  let start = last
  for (let end = text.indexOf(mark, start); end !== -1; end = text.indexOf(mark, start)) {
    if (isQuoted) addPiece(pieces, text.slice(start, end), mark)
    else pieces[pieces.length - 1] += text.slice(start, end + 1)
    isQuoted = !isQuoted || mark === ' '
    start = end + 1
  }
  if (mark === ' ') addPiece(pieces, text.slice(start), '')
  else pieces[pieces.length - 1] += text.slice(start)
  return pieces
}

function addPiece(pieces: string[], piece: string, behind: string): void {
  if (piece.length < shortest) pieces[pieces.length - 1] += piece + behind
  else pieces.push(piece, behind)
}
