/** What a command line reads from and writes to; a process is one. */
export type Io = Pick<NodeJS.Process, 'stdin' | 'stdout' | 'stderr' | 'env' | 'cwd' | 'on' | 'off'>

/** Writes lines to the standard output, and waits when nobody takes them; false when nobody will. */
export async function writeLines(io: Pick<Io, 'stdout'>, lines: Iterable<string>): Promise<void> {
  let text = ''
  for (const line of lines) {
    text += `${line}\n`
    if (text.length < 64 * 1024) continue
    await write(io, text)
    text = ''
  }
  await write(io, text)
}

async function write({ stdout }: Pick<Io, 'stdout'>, text: string): Promise<void> {
  if (text === '' || stdout.destroyed) return
  await new Promise<void>(resolve => {
    stdout.write(text, () => resolve())
  })
}
