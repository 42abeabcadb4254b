/** The longest line that is read whole, in bytes; a longer one is cut there. */
export const longestLine = 64 * 1024

/** `lf`: a line ends at LF or CRLF, and any other CR is part of it. `cr`: at CR, LF or CRLF. */
export type LineEnding = 'lf' | 'cr'

/** How many bytes must be at hand (or all there are) for {@link lineEnding} to be sure: the longest line and its CRLF. */
export const lineEndingWindow = longestLine + 2

/** A log whose opening holds CR and no LF ends its lines with CR alone, as old Macs and some exports do. */
export function lineEnding(head: Uint8Array): LineEnding {
  const opening = head.subarray(0, lineEndingWindow)
  return opening.includes(0x0d) && !opening.includes(0x0a) ? 'cr' : 'lf'
}
