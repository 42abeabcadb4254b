import type { PayloadHost } from '../../finding.ts'
import { amount } from '../amount.ts'
import { say, terminalBytes, terminalText, type TerminalText } from '../terminal.ts'
import { type Look, titled } from './look.ts'

/** The hosts that hand out what the machines spread: the second party to tell. */
export function* payloadHostLines(
  hosts: readonly PayloadHost[],
  look: Look,
): Generator<TerminalText, void> {
  if (hosts.length === 0) return
  yield* titled(
    say`Where it comes from`,
    say`The machines above told this server to fetch programs from these hosts, or to call them:`,
    look,
  )
  for (const { host, sources } of hosts)
    yield say`  ${terminalBytes(host)}  ${look.paint('aside', toldBy(sources))}`
}

function toldBy(sources: readonly string[]): TerminalText {
  const first = terminalText(sources[0] ?? 'nobody')
  const others = sources.length - 1
  return others > 0 ? say`told by ${first} and ${amount(others, 'other')}` : say`told by ${first}`
}
