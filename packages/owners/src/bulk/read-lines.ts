const longestLine = 64 * 1024

/** The lines of a stream of bytes, in lots, one character per byte; the tail of a line that never ends is left out. */
export async function* readLines(chunks: AsyncIterable<Buffer>): AsyncGenerator<string[], void> {
  let open = ''
  for await (const chunk of chunks) {
    const lines = (open + chunk.toString('latin1')).split('\n')
    open = (lines.pop() ?? '').slice(0, longestLine)
    yield lines
  }
  if (open !== '') yield [open]
}
