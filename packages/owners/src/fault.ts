import { Fault } from '@redalert/core'

/** The faults of this package: each code with its one sentence, as `docs/errors.md` shows it. */
export const ownerFaults = {
  'no-never-list':
    'Nobody may be named an owner without a list of those who are never told: give one, or an exercise its own.',
  'exercise-parts':
    'A part that is made for exercises (a list without the documentation ranges, a network of loopback) was given to a program that sends real mail.',
  'bad-list': 'A line of an operator list (never, overrides, national CERTs) cannot be read.',
  'bad-bootstrap':
    'The list of registries has no form that redalert knows, or lost most of its entries.',
  'bad-bulk': 'A file of bulk data is of no kind that redalert knows.',
} as const satisfies Record<string, string>

export type OwnerFaultCode = keyof typeof ownerFaults

/** A fault of this package. */
export function ownerFault(code: OwnerFaultCode, message: string): Fault<OwnerFaultCode> {
  return new Fault(code, message)
}
