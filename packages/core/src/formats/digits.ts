/** The number that exactly these characters write; undefined when one of them is no digit. */
export function readDigits(text: string, start: number, end: number): number | undefined {
  if (start >= end || end - start > 15 || end > text.length) return undefined
  let value = 0
  for (let at = start; at < end; at++) {
    const digit = text.charCodeAt(at) - 0x30
    if (digit < 0 || digit > 9) return undefined
    value = value * 10 + digit
  }
  return value
}

/** The number that a whole text writes. */
export function readNumber(text: string): number | undefined {
  return readDigits(text, 0, text.length)
}
