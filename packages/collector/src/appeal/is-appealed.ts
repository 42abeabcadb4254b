import type { Appeal, Instant } from '@redalert/core'

/** Whether somebody asked for lines of this moment and still waits for them: then they are news, however old. */
export function isAppealed(
  appeals: Iterable<Pick<Appeal, 'from' | 'until' | 'deadline'>>,
  { at, now }: { readonly at: Instant; readonly now: Instant },
): boolean {
  for (const { from, until, deadline } of appeals) {
    if (from <= at && at < until && now <= deadline) return true
  }
  return false
}
