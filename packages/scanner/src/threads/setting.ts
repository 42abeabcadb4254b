import {
  type ClientFrom,
  formatNamed,
  type Instant,
  type Literals,
  parseZone,
  rules,
  type Signature,
} from '@redalert/core'
import type { Watch } from '../engine/observe.ts'

/** What is looked for and how lines are read, as data that any thread can be sent. */
export type Setting = {
  readonly sensor: string
  readonly signatures: readonly Signature[]
  /** What lines must hold for any of them. */
  readonly literals?: Literals
  /** The name of the forced format, or its format string. */
  readonly format?: string
  readonly zone?: string
  readonly clientFrom?: ClientFrom
  readonly since?: Instant
  readonly until?: Instant
  readonly raw?: boolean
  /** Note every unread line. */
  readonly unread?: boolean
}

/** The same ready for reading. */
export function watchOf(setting: Setting): Watch {
  const { format: name, zone: zoneName, clientFrom, since, until, raw } = setting
  const { signatures, literals } = setting
  const format = name === undefined ? undefined : formatNamed(name)
  const zone = zoneName === undefined ? undefined : parseZone(zoneName)
  return {
    context: {
      ...(format && !('wrong' in format) && { format }),
      ...(zone && { zone }),
      ...(clientFrom && { clientFrom }),
    },
    rules: rules(signatures),
    ...(literals && { literals }),
    ...(since && { since }),
    ...(until && { until }),
    ...(raw && { raw }),
  }
}
