import type { SetApart, Source } from '@redalert/core'

/** A row that nobody is written to about, and why. */
export type LeftOut = {
  readonly kind: 'left-out'
  readonly source: Source
  readonly family: string
  readonly reason: LeftOutReason
}

/**
 * `stale`: too long ago, so that the address may be somebody else's by now; `future`: by a wrong clock; `probe` proves nothing about its sender; a time read without its zone (`assumed`) would tell the owner a wrong hour;
 * `no-owner`: nobody was found; `no-mail-address`: what was found is none; the others are set apart by the scan.
 */
export type LeftOutReason =
  | SetApart
  | 'probe'
  | 'assumed'
  | 'stale'
  | 'future'
  | 'no-owner'
  | 'no-mail-address'
  | 'unknown-family'
