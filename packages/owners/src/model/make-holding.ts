import type { Address } from '@redalert/core'
import { inOneBlock } from '../ranges/block.ts'
import type { Holding } from './holding.ts'
import { isEndAssignment } from './is-end-assignment.ts'

/** What a reader found out, some of it perhaps not there. */
export type Read = Pick<Holding, 'range' | 'source' | 'registry' | 'clues'> & {
  readonly [Field in 'handle' | 'parentHandle' | 'name' | 'status' | 'country']?: string | undefined
} & { readonly asns?: readonly number[] }

/** A holding as an answer to the question for one address; it speaks for others where nothing can lie inside it. */
export function makeHolding(
  { asns = [], country, handle, parentHandle, name, status, ...read }: Read,
  { asked, settled }: { asked: Address; settled: boolean },
): Holding {
  const nation = readCountry(country)
  return {
    ...read,
    ...(handle && { handle }),
    ...(parentHandle && { parentHandle }),
    ...(name && { name }),
    ...(status && { status }),
    ...(nation && { country: nation }),
    ...(asns.length > 0 && { asns }),
    asked: [asked],
    whole: isEndAssignment(status) || inOneBlock(read.range),
    settled,
  }
}

/** Two letters; ZZ is nowhere, and EU is no country whose team could be told. */
function readCountry(text: string | undefined): string | undefined {
  const country = text?.trim().toUpperCase() ?? ''
  return /^[A-Z]{2}$/.test(country) && country !== 'ZZ' && country !== 'EU' ? country : undefined
}
