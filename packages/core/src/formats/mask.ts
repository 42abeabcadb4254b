/** The look of a text, to compare the looks of lines: a run of digits is `0`, one of letters `a`, all else stands as it is. */
export function maskOf(text: string): string {
  return text.replaceAll(/[0-9]+/g, '0').replaceAll(/[A-Za-z]+/g, 'a')
}

/** How far two looks agree. */
export function sharedStart(one: string, other: string): number {
  let at = 0
  while (at < one.length && one.charCodeAt(at) === other.charCodeAt(at)) at++
  return at
}
