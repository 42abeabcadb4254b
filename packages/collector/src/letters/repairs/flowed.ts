import type { BodyLine, Repair } from '../body-line.ts'

/**
 * Joins what format=flowed broke (RFC 3676): a line that ends with a blank goes on in the next one of the same depth of
 * quotation. With `delSp` the blank itself was put in.
 */
export function joinFlowed(lines: readonly BodyLine[], delSp: boolean): Repair {
  const joined: BodyLine[] = []
  let count = 0
  let open: { readonly number: number; readonly depth: number; text: string } | undefined
  const close = (): void => {
    if (open)
      joined.push({
        number: open.number,
        text: `${'>'.repeat(open.depth)}${open.depth > 0 ? ' ' : ''}${open.text}`,
      })
    open = undefined
  }
  for (const { number, text } of lines) {
    const { depth, rest } = unstuff(text)
    if (open && open.depth === depth && rest !== '-- ') {
      open.text += rest
      count++
    } else {
      close()
      open = { number, depth, text: rest }
    }
    const goesOn = rest.endsWith(' ') && rest !== '-- '
    if (goesOn && delSp) open.text = open.text.slice(0, -1)
    if (!goesOn) close()
  }
  close()
  return { lines: joined, count }
}

/** Signs of quotation and the blank that protects a line from being taken for one. */
function unstuff(text: string): { readonly depth: number; readonly rest: string } {
  let depth = 0
  while (text.charAt(depth) === '>') depth++
  const rest = text.slice(depth)
  return { depth, rest: rest.startsWith(' ') ? rest.slice(1) : rest }
}
