import { holds, phrases } from './phrases.ts'
import { replyCode, statusCode } from './status-code.ts'

const mostLines = 200

/** The lines of a text that give the reason: a code of SMTP, or words that are known, and what stands right below. */
export function tellingLines(text: string): string | undefined {
  const lines = text
    .split('\n', mostLines)
    .map(line => line.trim())
    .filter(line => line !== '')
  const at = [hasCode, hasReason, hasGuess]
    .map(test => lines.findIndex(test))
    .find(index => index !== -1)
  return at === undefined ? undefined : lines.slice(at, at + 3).join(' ')
}

/** Whether a text holds a code by which mail servers refuse. */
export function hasCode(line: string): boolean {
  return statusCode(line) !== undefined || replyCode(line) !== undefined
}

function hasReason(line: string): boolean {
  const lower = line.toLowerCase()
  return [phrases.full, phrases.unknown, phrases.noHost].some(some => holds(lower, some))
}

function hasGuess(line: string): boolean {
  const lower = line.toLowerCase()
  return holds(lower, phrases.policy) || holds(lower, phrases.later)
}
