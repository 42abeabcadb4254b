import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { type Instant, type parseNetwork, signatures, type Source } from '@redalert/core'
import { hostKey } from '../../cases/life/host-key.ts'
import { atRisk as findAtRisk, type RiskRow } from '../../estimates/at-risk/at-risk.ts'
import { familiesThrough } from '../../estimates/at-risk/through-hole.ts'
import { Fault } from '../../fault.ts'
import { openLedger } from '../../ledger/open-ledger.ts'
import { type Believed, openBelieved } from '../open-believed.ts'
import { type Command, dataOption } from '../command.ts'
import { existingFolder } from '../folder-of.ts'
import { writeLines } from '../io.ts'
import { safeJson } from '../safe-text.ts'
import { networkNamed } from './hosts.ts'

/** `at-risk`: the machines that the next worm through a hole would take. */
export const atRisk: Command = {
  usage: 'at-risk [ADDRESS|CIDR] --hole CVE --data DIR [--config FILE] [--json]',
  does: 'list the machines that were once seen through a hole and are not known to be patched; silence closes no hole',
  options: {
    ...dataOption,
    hole: { type: 'string' },
    config: { type: 'string' },
    json: { type: 'boolean' },
  },
  words: { least: 0, most: 1 },
  async run(given, io) {
    const { hole } = given.options
    if (typeof hole !== 'string')
      throw new Fault('bad-config', 'Say which hole: --hole CVE-2001-0500.')
    if (familiesThrough(hole, signatures).size === 0)
      throw new Fault(
        'bad-config',
        `No family is known that comes through ${JSON.stringify(hole)}.`,
      )
    const folder = existingFolder(given, io.cwd())
    const [text] = given.words
    const within = text === undefined ? undefined : networkNamed(text)
    using believed = openBelieved(given, io)
    const found = findAtRisk(
      hole,
      riskRows(believed, patchedIn(join(folder, 'cases.db')), within),
      signatures,
    )
    const isJson = given.options['json'] === true
    await writeLines(
      io,
      found.map(({ source, families, first, last, patched }) =>
        isJson
          ? safeJson({ kind: 'at-risk', source, families, first, last, patched })
          : `${source.padEnd(39)} ${first} ${last} ${families.join(',')}${patched === 'refuted' ? '  said to be patched, and seen since' : ''}`,
      ),
    )
    return found.length > 0 ? 0 : 1
  },
}

function* riskRows(
  { store }: Believed,
  patched: ReadonlyMap<string, Instant>,
  within: ReturnType<typeof parseNetwork>,
): Generator<RiskRow> {
  for (const { source, family, grade, first, last } of store.hosts(within ? { within } : {}))
    yield { source, family, grade, first, last, patched: patched.get(hostKey({ source, family })) }
}

/** When owners last said of each host that its hole is closed. */
function patchedIn(file: string): ReadonlyMap<string, Instant> {
  const patched = new Map<string, Instant>()
  if (!existsSync(file)) return patched
  using ledger = openLedger(file)
  for (const { of, event } of ledger.book.events(0)) {
    if (of !== 'host' || event.kind !== 'claimed' || event.what !== 'patched') continue
    const { source, family, at } = event satisfies { readonly source: Source }
    patched.set(hostKey({ source, family }), at)
  }
  return patched
}
