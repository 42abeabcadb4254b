import { type Header, type ReadContext, readLine, type Signature } from '@redalert/core'
import { explainLine } from './explain-line.ts'
import type { LineStory } from './line-story.ts'

/** Explains a line that somebody gives; as in evidence, header lines may stand above it. */
export function explainGiven(
  given: string,
  context: ReadContext,
  signatures: readonly Signature[],
): LineStory {
  const bytes = Buffer.from(given.replace(/\r?\n$/, ''), 'utf8').toString('latin1')
  const above = bytes.split('\n')
  const text = above.pop() ?? ''
  let header: Header | undefined
  for (const line of above) {
    const reading = readLine(line, header ? { ...context, header } : context)
    if (reading.kind === 'header') header = reading.header
  }
  const own = header ? { ...context, header } : context
  return { kind: 'line', text, read: explainLine({ text }, own, signatures) }
}
