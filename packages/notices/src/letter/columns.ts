const wide =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{1f300}-\u{1faff}\u{20000}-\u{3fffd}]/u
const marks = /\p{Mn}|\p{Me}/u

/** How many columns a letter of some script takes: two in East Asia, none for accents that join the one before. */
export function columnsOf(text: string): number {
  let columns = 0
  for (const letter of text) {
    if (letter <= '\x7f') columns += 1
    else if (!marks.test(letter)) columns += wide.test(letter) ? 2 : 1
  }
  return columns
}
