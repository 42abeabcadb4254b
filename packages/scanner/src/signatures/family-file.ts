import type { Signature } from '@redalert/core'
import type { PlacedJson } from './placed-json.ts'

/** A file that was read and has the form of a family. */
export type FamilyFile = {
  readonly name: string
  readonly text: string
  readonly signature: Signature
  readonly positionOf: Extract<PlacedJson, { value: unknown }>['positionOf']
}
