/** What can keep a line from being explained: each code with its one sentence, as `docs/errors.md` shows it. */
export const whyFaults = {
  'no-such-line': 'The file has fewer lines than the number that was named.',
} as const satisfies Record<string, string>

export type WhyFault = {
  readonly kind: 'fault'
  readonly code: keyof typeof whyFaults
  readonly file: string
  readonly message: string
}

/** Says that a file ends before the line that was asked for. */
export function noSuchLine(file: string, number: number, lines: number): WhyFault {
  const message = `${file} has ${lines} ${lines === 1 ? 'line' : 'lines'}, and no line ${number}`
  return { kind: 'fault', code: 'no-such-line', file, message }
}
