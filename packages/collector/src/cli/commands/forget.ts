import { type Address, type Instant, parseAddress } from '@redalert/core'
import type { Readers } from '../../reading/readers.ts'
import type { Store, StoredArrival } from '../../store/store.ts'
import { packCells } from '../../told/pack-cells.ts'
import type { Told } from '../../told/told.ts'
import { unpackCells } from '../../told/unpack-cells.ts'
import type { Profile } from '../../verify/ordinary.ts'
import { type Command, dataOption } from '../command.ts'
import { existingFolder } from '../folder-of.ts'
import type { Forgotten } from '../../ledger/forget/forget-in-ledger.ts'
import { forgetLetters } from '../forget-letters.ts'
import { writeLines } from '../io.ts'
import { type Offline, workOffline } from '../work-offline.ts'

/** `forget`: removes all that a submitter told, or all that was told of an address, from the record and from what was made of it. */
export const forget: Command = {
  usage: 'forget SUBMITTER|ADDRESS --data DIR [--exercise]',
  does: 'remove all that a submitter told, or all that was told of an address; stop the collector first',
  options: { ...dataOption, exercise: { type: 'boolean' } },
  words: { least: 1, most: 1 },
  async run(given, io) {
    const [who = ''] = given.words
    const address = parseAddress(who)
    const profile = given.options['exercise'] === true ? 'exercise' : 'real'
    const folder = existingFolder(given, io.cwd())
    let letters = 0
    const count = await workOffline(folder, profile, async offline => {
      const what: Forgotten = address
        ? { kind: 'address', address }
        : { kind: 'submitter', name: who, sources: sourcesOf(offline, who) }
      letters = forgetLetters(folder, what, now())
      const changed = address
        ? await forgetAddress(offline, address)
        : forgetSubmitter(offline, who)
      if (changed === 0) return 0
      await offline.store.forgetProjection()
      await offline.readAll()
      return changed
    })
    await writeLines(io, [
      ...(letters > 0 ? [`${letters} letters and answers lost what they said of it.`] : []),
      count === 0
        ? `Nothing was told ${address ? 'of' : 'by'} ${JSON.stringify(who)}.`
        : `${count} arrivals were ${address ? 'changed' : 'removed'}; everything was made again without them.`,
    ])
    return count + letters > 0 ? 0 : 1
  },
}

function now(): Instant {
  return `${new Date().toISOString().slice(0, 19)}Z` as Instant
}

/** The machines of which somebody told. */
function sourcesOf({ store }: Offline, submitter: string): ReadonlySet<string> {
  const sources = new Set<string>()
  for (const told of store.allCells())
    if (told.submitter === submitter) sources.add(told.cell.source)
  return sources
}

function forgetSubmitter({ store }: Offline, submitter: string): number {
  const sequences: number[] = []
  for (const arrival of everyArrival(store))
    if (arrival.submitter === submitter) sequences.push(arrival.sequence)
  if (sequences.length > 0) store.remove(sequences)
  return sequences.length
}

/** What an arrival told besides takes the place of its raw body, for that names the address too. */
async function forgetAddress(
  { store, readers, profile }: Offline,
  address: Address,
): Promise<number> {
  let count = 0
  for (const arrival of everyArrival(store)) {
    const told = await toldBy(arrival, readers, profile)
    const names = mentions(arrival, address)
    const cells = unpackCells(told.cells)
    const kept = cells.filter(
      cell =>
        cell.source !== address &&
        !cell.payloadHosts.includes(address) &&
        !cell.evidence.some(({ text }) => text.includes(address)),
    )
    if (kept.length === cells.length && !names) continue
    store.compact(arrival.sequence, { ...told, cells: packCells(kept) })
    count++
  }
  return count
}

async function toldBy(
  { content, shape, hints, at }: StoredArrival,
  readers: Readers,
  profile: Profile,
): Promise<Told> {
  if (content.kind === 'told') return content.told
  return await readers.read({ shape, hints, body: content.body }, { now: at, profile })
}

/** A body that was packed or encoded is not looked into: what it told is. */
function mentions({ content }: StoredArrival, address: Address): boolean {
  return content.kind === 'raw' && Buffer.from(content.body).includes(address)
}

function* everyArrival(store: Store): Generator<StoredArrival> {
  let after = 0
  for (;;) {
    const arrivals = store.arrivals(after, { count: 100, bytes: 16 * 1024 * 1024 })
    yield* arrivals
    const last = arrivals.at(-1)
    if (!last) return
    after = last.sequence
  }
}
