import type { SubmitterBook } from './submitter-book.ts'

/** The name under which a proven mail address is kept: that of who is enrolled with it, or the address itself. */
export function submitterOf(
  address: string,
  { enrolledWith }: Pick<SubmitterBook, 'enrolledWith'>,
): string {
  return enrolledWith(address) ?? `mailto:${address.toLowerCase()}`
}
