import type { Escapes } from '../model/entry.ts'
import { decode, unescapeLog } from './decode.ts'
import { undoLookups } from './undo-lookups.ts'

const mostSteps = 8

/**
 * How a text is decoded, for a person to follow: as logged, without the server's own escapes, then layer by layer until
 * nothing changes, and then without lookups and `${IFS}`. Of very many layers those between are left out.
 */
export function decodeSteps(text: string, escapes: Escapes): readonly string[] {
  const plain = unescapeLog(text, escapes)
  const steps = [text, plain]
  const last = decode(plain)
  for (let now = plain; now !== last && steps.length < mostSteps;) {
    now = withoutOneLayer(now)
    steps.push(now)
  }
  steps.push(last, undoLookups(last))
  return steps.filter((step, index) => step !== steps[index - 1])
}

/** Each percent encoding once, from left to right; the overlong forms go with the last layer. */
function withoutOneLayer(text: string): string {
  return text.replace(/%u([0-9a-f]{4})|%([0-9a-f]{2})/gi, (_, unicode?: string, byte?: string) =>
    String.fromCharCode(Number.parseInt(unicode ?? byte ?? '', 16)),
  )
}
