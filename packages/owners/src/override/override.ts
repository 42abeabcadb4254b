import type { Untrusted } from '@redalert/core'
import type { Preferences } from '../model/preferences.ts'
import type { Range } from '../ranges/range.ts'

/** What the operator knows better than every registry about a range: whom to tell and how, or to leave it alone. */
export type Override = Preferences & {
  readonly range: Range
  readonly contact?: Untrusted
  /** Leave its owner alone: he asked, or it is agreed. */
  readonly stop?: true
  readonly reason?: string
}
