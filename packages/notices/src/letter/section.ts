import { columnsOf } from './columns.ts'
import { wrap } from './wrap.ts'

/** Puts a heading over blocks of lines, with a blank line between them. */
export function section(
  heading: string,
  blocks: readonly (readonly string[])[],
): readonly string[] {
  const lines = wrap(heading)
  return separated([[...lines, '-'.repeat(columnsOf(lines.at(-1) ?? ''))], ...blocks])
}

/** Blocks of lines with a blank line between them. */
export function separated(blocks: readonly (readonly string[])[]): readonly string[] {
  return blocks
    .filter(({ length }) => length > 0)
    .flatMap((block, index) => (index === 0 ? block : ['', ...block]))
}
