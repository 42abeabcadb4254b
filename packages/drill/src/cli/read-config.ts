import { readFileSync } from 'node:fs'
import {
  readTrust,
  type StatedTrust,
  type TrustPolicy,
  trustSchema,
} from '@redalert/collector/trust'
import { parse } from 'smol-toml'
import Schema from 'typebox/schema'

/** The policy that a collector's configuration states, or what is wrong with it. */
export type ReadConfig =
  | { readonly kind: 'policy'; readonly policy: TrustPolicy }
  | { readonly kind: 'refused'; readonly message: string }

/** Reads the table `[trust]` of a collector's configuration; what it does not say is as usual. */
export function readConfig(file: string): ReadConfig {
  let stated: unknown
  try {
    stated = parse(readFileSync(file, 'utf8')).trust ?? {}
  } catch (error) {
    return refused(file, error instanceof Error ? error.message : String(error))
  }
  const [fits, wrong] = Schema.Compile(trustSchema).Errors(stated)
  if (!fits) {
    const [first] = wrong
    return refused(
      file,
      `trust${first?.instancePath ?? ''} ${first?.message ?? 'has another shape'}`,
    )
  }
  const read = readTrust(stated as StatedTrust)
  return read.kind === 'policy' ? read : refused(file, read.because.join('\n'))
}

function refused(file: string, why: string): ReadConfig {
  return { kind: 'refused', message: `${file}: ${why}` }
}
