const wide =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{1f300}-\u{1faff}\u{20000}-\u{3fffd}]/u
const marks = /\p{Mn}|\p{Me}/u

/** How many columns a terminal needs for a text: East Asian letters take two, accents that join a letter none. */
export function widthOf(text: string): number {
  if (isAscii(text)) return text.length
  let width = 0
  for (const letter of text) {
    if (letter <= '\x7f') width += 1
    else if (!marks.test(letter)) width += wide.test(letter) ? 2 : 1
  }
  return width
}

function isAscii(text: string): boolean {
  for (let index = 0; index < text.length; index++) if (text.charCodeAt(index) > 0x7f) return false
  return true
}
