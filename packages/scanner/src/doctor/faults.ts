/** What can keep a configuration from being read: each code with its one sentence, as `docs/errors.md` shows it. */
export const doctorFaults = {
  'not-a-configuration':
    'The file is no configuration of Apache, nginx or IIS, or the part of one that says nothing about logs.',
} as const satisfies Record<string, string>

export type DoctorFault = {
  readonly kind: 'fault'
  readonly code: keyof typeof doctorFaults
  readonly file: string
  readonly message: string
}

/** A fault of this list. */
export function doctorFault(
  code: keyof typeof doctorFaults,
  file: string,
  message: string,
): DoctorFault {
  return { kind: 'fault', code, file, message }
}
