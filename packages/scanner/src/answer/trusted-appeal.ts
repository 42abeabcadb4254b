import { type Appeal, type Instant, readAppeal } from '@redalert/core'
import type { AppealPlace } from './appeal-place.ts'
import { verifySignature } from './verify-signature.ts'

/** An appeal that is its collector's, or why it is not to be answered. */
export type TrustedAppeal =
  | { readonly appeal: Appeal; readonly isOver: boolean }
  | { readonly wrong: string }

export type TrustOptions = {
  readonly place: AppealPlace
  /** The key that a person says is the collector's. */
  readonly key: string | undefined
  /** The key by which earlier appeals of an origin were signed. */
  readonly known: (origin: string) => string | undefined
  readonly now: Instant
}

/**
 * Reads an appeal and believes it only when it is signed by a key that is known to be its collector's: one that a
 * person names, one that is remembered, or the first one that a collector itself hands out, at the origin to which the
 * answers go.
 */
export function trustedAppeal(text: string, options: TrustOptions): TrustedAppeal {
  const { now } = options
  const whole = readAppeal(text, { keys: [], now, verify: verifySignature })
  if (whole.kind === 'refused') return { wrong: whole.because }
  const { appeal } = whole
  const objection = objectionTo(appeal, options)
  if (objection !== undefined) return { wrong: objection }
  return { appeal, isOver: now > appeal.deadline }
}

function objectionTo(appeal: Appeal, { place, key, known }: TrustOptions): string | undefined {
  if (key !== undefined) {
    return key === appeal.key
      ? undefined
      : `this appeal is signed with another key, ${appeal.key}: somebody else made it, or --key is mistyped`
  }
  const answersTo = appeal.to.url === null ? undefined : new URL(appeal.to.url).origin
  const origin = place.kind === 'url' ? place.origin : answersTo
  const remembered = origin === undefined ? undefined : known(origin)
  if (remembered !== undefined && remembered !== appeal.key)
    return `${origin} signed its earlier appeals with another key: ask whoever runs it, and then say --key ${appeal.key}`
  if (place.kind === 'url' && (answersTo === undefined || answersTo === place.origin))
    return undefined
  if (place.kind === 'file' && remembered !== undefined) return undefined
  return place.kind === 'url'
    ? `it lies at ${place.origin}, and its answers go to ${answersTo}: compare its key with what that collector publishes, and say --key ${appeal.key}`
    : `nobody knows yet whose this appeal is: compare its key with what the collector publishes, and say --key ${appeal.key}`
}
