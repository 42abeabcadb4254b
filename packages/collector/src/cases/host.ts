import type { Grade, Instant, Source } from '@redalert/core'

/** A source as an infected machine over time, by one family. */
export type Host = {
  readonly source: Source
  readonly family: string
  readonly state: HostState
  readonly grade: Grade
  readonly first: Instant
  readonly last: Instant
}

/** `suspected`: somebody told of it. `confirmed`: so much was told that it may be stated to its owner. */
export const hostStates = ['suspected', 'confirmed'] as const
export type HostState = (typeof hostStates)[number]

/** What happens to a host. */
export type HostEvent =
  | { readonly kind: 'judged'; readonly grade: Grade }
  /** It was decided what may be done about it; null: nothing. */
  | { readonly kind: 'decided'; readonly may: 'ask' | 'assert' | 'escalate' | null }

/** What state a host is in when an event happens to it; undefined is one that nobody had told of. */
export function stepHost(_now: HostState | undefined, event: HostEvent): HostState {
  switch (event.kind) {
    case 'judged':
      return 'suspected'
    case 'decided':
      return event.may === 'assert' || event.may === 'escalate' ? 'confirmed' : 'suspected'
  }
}
