import type { Address, Instant } from '@redalert/core'
import { keptAddresses, type Submitter, type SubmitterKind } from './submitter.ts'

/** What happens to submitters. All of it may happen twice. */
export type SubmitterEvent =
  | {
      /** They were enrolled, or a mail address was proven for the first time. */
      readonly kind: 'met'
      readonly name: string
      readonly as: SubmitterKind
      readonly at: Instant
      readonly batch: string | null
    }
  | {
      /** A submission came from somewhere, and told where its sensors listen. */
      readonly kind: 'came'
      readonly name: string
      readonly from: Address | null
      readonly listens: readonly Address[]
    }
  | { readonly kind: 'vetted' | 'unvetted' | 'revoked' | 'restored'; readonly name: string }

/** What is known of a submitter after something happened to them; undefined while they are unknown, which they stay until they are met. */
export function stepSubmitter(
  known: Submitter | undefined,
  event: SubmitterEvent,
): Submitter | undefined {
  if (event.kind === 'met') return meet(known, event)
  if (!known) return undefined
  switch (event.kind) {
    case 'came':
      return {
        ...known,
        sentFrom: withAddresses(known.sentFrom, event.from === null ? [] : [event.from]),
        listens: withAddresses(known.listens, event.listens),
      }
    case 'vetted':
      return { ...known, vetted: true }
    case 'unvetted':
      return { ...known, vetted: false }
    case 'revoked':
      return { ...known, revoked: true }
    case 'restored':
      return { ...known, revoked: false }
  }
}

/** Whoever is met again stays who they were; a first meeting that was earlier is the first. */
function meet(
  known: Submitter | undefined,
  { name, as, at, batch }: SubmitterEvent & { readonly kind: 'met' },
): Submitter {
  if (known) return at < known.since ? { ...known, since: at } : known
  return {
    name,
    kind: as,
    since: at,
    batch,
    vetted: false,
    revoked: false,
    sentFrom: [],
    listens: [],
  }
}

function withAddresses(known: readonly Address[], more: readonly Address[]): readonly Address[] {
  return [...new Set([...known, ...more])].toSorted().slice(0, keptAddresses)
}
