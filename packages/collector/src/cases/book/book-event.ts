import type { HostEvent } from '../life/host-event.ts'
import type { CaseEvent } from '../thread/case-event.ts'

/** Something that happened to a host or to a case. */
export type BookEvent =
  | { readonly of: 'host'; readonly event: HostEvent }
  | { readonly of: 'case'; readonly event: CaseEvent }

/** An event with its place in the record, from 1 on. */
export type KeptEvent = BookEvent & { readonly number: number }
