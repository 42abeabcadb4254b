import { randomInt } from 'node:crypto'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { type Address, Fault, parseAddress } from '@redalert/core'
import { owner as findOwners, tellOwner } from '@redalert/owners'
import { ownerParts } from '../../owners/owner-parts.ts'
import { sqliteReader } from '../../store/sqlite/sqlite-reader.ts'
import { type Command, dataOption } from '../command.ts'
import { dataFolder } from '../folder-of.ts'
import { writeLines } from '../io.ts'
import { loadConfig } from '../load-config.ts'
import { safeJson, safeText } from '../safe-text.ts'

/** `owner`: who answers for an address, from the lists and data of the collector, and from the registries where they may be asked. */
export const owner: Command = {
  usage: 'owner ADDRESS… --data DIR [--lookup] [--json]',
  does: 'say who answers for an address; --lookup asks the registries, which then see it',
  options: {
    ...dataOption,
    config: { type: 'string' },
    lookup: { type: 'boolean' },
    json: { type: 'boolean' },
  },
  words: { least: 1, most: 1000 },
  async run(given, io) {
    const { options, words } = given
    const folder = dataFolder(given, io.cwd())
    const addresses = words.map(addressNamed)
    const { owners: config } = loadConfig(folder, options['config'], io.cwd())
    using store = existsSync(join(folder, 'intake.db')) ? sqliteReader(folder) : undefined
    const parts = await ownerParts({
      folder,
      config,
      lookup: options['lookup'] === true || config.lookup,
      sighted: address => addresses.includes(address) || (store?.cells(address).length ?? 0) > 0,
      clock: Date.now,
      random: () => randomInt(2 ** 47) / 2 ** 47,
      alarm: reason => void io.stderr.write(`redalert-collector: ${safeText(reason)}\n`),
    })
    let found = 0
    for await (const each of findOwners(addresses, parts)) {
      if (each.kind === 'owner') found++
      await writeLines(
        io,
        options['json'] === true ? [safeJson(each)] : tellOwner(each).map(safeText),
      )
    }
    return found > 0 ? 0 : 1
  },
}

function addressNamed(text: string): Address {
  const address = parseAddress(text)
  if (address) return address
  throw new Fault(
    'bad-address',
    `${JSON.stringify(text)} is no address: write it like 192.0.2.7 or 2001:db8::7.`,
  )
}
