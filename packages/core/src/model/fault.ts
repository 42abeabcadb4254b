/** The faults core itself can meet; each is explained in `docs/errors.md`. */
export type CoreFaultCode =
  | 'bad-address'
  | 'bad-format'
  | 'bad-network'
  | 'bad-signature'
  | 'bad-zone'

/** A failure that no caller is expected to handle; everything expected is a value. */
export class Fault<Code extends string = string> extends Error {
  readonly code: Code

  constructor(code: Code, message: string, cause?: unknown) {
    super(message, { cause })
    this.name = 'Fault'
    this.code = code
  }
}
