import { signatures, signaturesVersion } from './index.ts'
import type { Signature } from './signature.ts'

/** The families that somebody looks for, and the version that says which they are. */
export type Families = { readonly list: readonly Signature[]; readonly version: string }

/** Those that redalert knows by itself. */
export const knownFamilies: Families = { list: signatures, version: signaturesVersion }
