/** What can keep families from being used: each code with its one sentence, as `docs/errors.md` shows it. */
export const signatureFaults = {
  'no-families': 'The folder holds no file whose name ends with .json.',
  'not-a-family': 'The file cannot be the JSON of a family: it is too large, or not in UTF-8.',
  unconvincing:
    'A family of the folder does not convince; what is objected to is told with file, line and column, and nothing was read.',
} as const satisfies Record<string, string>

export type SignatureFault = {
  readonly kind: 'fault'
  readonly code: keyof typeof signatureFaults
  readonly file: string
  readonly message: string
}

/** A fault of this list. */
export function signatureFault(
  code: keyof typeof signatureFaults,
  file: string,
  message: string,
): SignatureFault {
  return { kind: 'fault', code, file, message }
}
