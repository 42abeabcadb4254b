import { aside } from '../report/aside.ts'
import { writeToStream } from '../report/write-to-stream.ts'
import type { Written } from '../report/written.ts'
import type { Io } from './io.ts'

/** Writes a text to the standard output and gives the exit code of a program that did only that. */
export async function print(text: string, io: Io): Promise<number> {
  return failureOf(await writeToStream(io.stdout, [text]), io) ?? 0
}

/** As of a program that SIGPIPE ends. */
const closedPipe = 128 + 13

/** The exit code when a report could not be written, after saying why; undefined when it was. */
export function failureOf(written: Written, { stderr }: Io): number | undefined {
  switch (written.kind) {
    case 'written':
      return undefined
    case 'closed':
      return closedPipe
    case 'fault':
      stderr.write(`${aside(written)}\n`)
      return 2
  }
}
