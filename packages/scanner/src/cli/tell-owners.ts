import { type Address, Fault, parseAddress } from '@redalert/core'
import { type Owner, owner, tellOwner } from '@redalert/owners'
import type { Run } from '../flags/invocation.ts'
import { terminalText } from '../report/terminal.ts'
import { writeToStream } from '../report/write-to-stream.ts'
import { consent } from './consent.ts'
import type { Io } from './io.ts'
import { ownerParts } from './owner-parts.ts'
import { failureOf } from './print.ts'

/** `redalert owner`: says who answers for each address, and gives the exit code. */
export async function tellOwners({ options, words }: Run<'owner'>, io: Io): Promise<number> {
  const addresses = words.map(parseAddress).filter(address => address !== undefined)
  for (const word of words.filter(each => !parseAddress(each))) {
    io.stderr.write(
      `redalert: ${terminalText(word)} is no address: write it like 192.0.2.7 or 2001:db8::7\n`,
    )
  }
  const lookup = options.lookup || (await consent(questionOf(addresses), io))
  const outcome = { found: 0, queued: 0 }
  try {
    const parts = await ownerParts({ ...options, lookup, sighted: new Set(addresses) }, io)
    const text = texts(owner(addresses, parts), options.json, outcome)
    const written = await writeToStream(io.stdout, text)
    const failure = failureOf(written, io)
    if (failure !== undefined) return failure
  } catch (error) {
    return refusedList(error, io)
  }
  if (!lookup && outcome.found < addresses.length)
    io.stderr.write('redalert: note: no registry was asked: --lookup asks them\n')
  if (addresses.length < words.length) return 2
  return outcome.found > 0 ? 0 : 1
}

/** A list that cannot be read is the person's to mend; everything else is ours. */
export function refusedList(error: unknown, { stderr }: Io): number {
  const isMissing = error instanceof Error && 'code' in error && error.code === 'ENOENT'
  if (!(error instanceof Fault) && !isMissing) throw error
  stderr.write(`redalert: ${terminalText((error as Error).message)}\n`)
  return 2
}

export function questionOf(addresses: readonly Address[]): string {
  const which = addresses.length === 1 ? 'this address' : `these ${addresses.length} addresses`
  return `May the registries be asked about ${which}? They will see ${addresses.length === 1 ? 'it' : 'them'}.`
}

async function* texts(
  owners: AsyncIterable<Owner>,
  json: boolean,
  outcome: { found: number },
): AsyncGenerator<string, void> {
  for await (const each of owners) {
    if (each.kind === 'owner') outcome.found++
    if (json) yield `${JSON.stringify(each)}\n`
    else yield `${tellOwner(each).map(terminalText).join('\n')}\n`
  }
}
