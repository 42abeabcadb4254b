import type { Test, TestedField } from '@redalert/core'
import { joined } from '../report/joined.ts'
import { say, type TerminalText } from '../report/terminal.ts'
import { literalText } from './literal-text.ts'

/** What people call the fields that are tested. */
export const testedWords: Readonly<Record<TestedField, TerminalText>> = {
  method: say`method`,
  path: say`path`,
  query: say`query`,
  version: say`HTTP version`,
  referer: say`referer`,
  userAgent: say`user agent`,
  missing: say`missing file`,
  payload: say`payload`,
}

/** A condition in plain words: `its path is "/shell"`. */
export function conditionText(field: TestedField, test: Test): TerminalText {
  const its = say`its ${testedWords[field]}`
  if ('absent' in test) return say`${its} is empty or not there`
  if ('repeats' in test)
    return say`${its} starts with ${literalText(test.repeats.text)}, ${test.repeats.times} times over`
  if ('lacks' in test) return say`${its} does not hold ${anyOf(test.lacks)}`
  const orNot = test.orUnlogged ? say`, or is not logged` : say``
  if ('is' in test) return say`${isOf(field, its, test.is)}${orNot}`
  if ('startsWith' in test) return say`${its} starts with ${anyOf(test.startsWith)}${orNot}`
  if ('endsWith' in test) return say`${its} ends with ${anyOf(test.endsWith)}${orNot}`
  return say`${its} holds ${anyOf(test.contains)}${orNot}`
}

/** A payload is what the victim is told to do. */
function isOf(
  field: TestedField,
  its: TerminalText,
  literals: string | readonly string[],
): TerminalText {
  if (field !== 'payload') return say`${its} is ${anyOf(literals)}`
  return joined([literals].flat().map(payloadText), say` or `)
}

/** What a request tells its victim to do. */
export function payloadText(told: string): TerminalText {
  if (told === '') return say`it tells its victim to fetch nothing`
  const run = told === 'fetch and run' ? say` and run it` : say``
  return say`it tells its victim to fetch something${run}`
}

function anyOf(literals: string | readonly string[]): TerminalText {
  return joined([literals].flat().map(literalText), say` or `)
}
