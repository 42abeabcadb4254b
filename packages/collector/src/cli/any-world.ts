import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import {
  type Cell,
  type Coverage,
  type Hour,
  type Identity,
  type Instant,
  secondsOf,
  signatures,
  type Source,
} from '@redalert/core'
import { openBeliefs } from '../believing/beliefs.ts'
import { readConfig } from '../config/read-config.ts'
import { randomOf } from '../estimates/fixed/any-random.ts'
import { openLedger } from '../ledger/open-ledger.ts'
import { networkTable } from '../owners/network-table.ts'
import { sqliteStore } from '../store/sqlite/sqlite-store.ts'
import { sqliteSubmitterBook } from '../store/sqlite/submitters/submitter-book.ts'
import { emptyAccount } from '../told/empty-account.ts'
import { packCells } from '../told/pack-cells.ts'
import { letterSender } from '../telling/letter-sender.ts'
import { planKnown } from '../telling/plan-known.ts'

const configuration = `
[relay]
host = "127.0.0.1"
port = 25
from = "redalert@notices.example.org"
[owners]
overrides = ["owners.txt"]
[policy]
settle_hours = 0
open_from = 0
open_until = 24
business_days = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
[outbox]
mode = "live"
organisation = "Example desk"
first_approved = 0
start_hour = 1000
stop_submitter = 1.0
`

/** What somebody saw of a host: one sensor, one hour. */
export type Sight = {
  readonly source: Source
  readonly family: string
  readonly mark: string
  readonly at: Instant
  readonly sensor?: string
}

/** A collector's folder in which all is real but the network: what was told, what is believed, cases and letters. Time is what the test says. */
export function anyWorld(folder: string, owners: string) {
  writeFileSync(join(folder, 'owners.txt'), owners)
  const reading = readConfig(configuration)
  if (!('config' in reading)) throw new Error(reading.wrong.join())
  const { config } = reading
  const store = sqliteStore({ folder, newId: () => 'id', thread: 'same' })
  const book = sqliteSubmitterBook(join(folder, 'intake.db'))
  const problems: unknown[] = []
  const { fraction } = randomOf(1)
  const review = (now: Instant): void => {
    using beliefs = openBeliefs(join(folder, 'beliefs.db'), {
      told: { ...store, projected: () => store.position().projected },
      book,
      table: networkTable(folder),
    })
    beliefs.review(now, config.trust)
  }
  return {
    folder,
    config,
    book,
    problems,
    async tell(submitter: string, sights: readonly Sight[], coverage: readonly Coverage[] = []) {
      const told = {
        account: emptyAccount('cell'),
        cells: packCells(sights.map(cellOf)),
        coverage: [...coverage],
      }
      await store.project([{ sequence: store.position().projected + 1, submitter, told }])
    },
    review,
    /** Makes the letters that are due, and what else time brings about. */
    async round(now: Instant) {
      review(now)
      return await planKnown({
        folder,
        config,
        isExercise: true,
        sender: letterSender(config),
        clock: () => secondsOf(now) * 1000,
        random: count =>
          Buffer.from(Array.from({ length: count }, () => Math.floor(fraction() * 256))),
        isStopped: () => false,
        alarm: reason => problems.push(reason),
        report: error => problems.push(error),
      })
    },
    /** The relay takes all that waits. */
    post(now: Instant): number {
      using ledger = openLedger(join(folder, 'cases.db'))
      const due = ledger.letterbox.due(now, 1000)
      for (const { id } of due) {
        ledger.letterbox.take(id, now)
        ledger.letterbox.note(id, { kind: 'sent', at: now }, [])
      }
      return due.length
    },
    ledger: () => openLedger(join(folder, 'cases.db')),
    async [Symbol.asyncDispose]() {
      book[Symbol.dispose]()
      await store[Symbol.asyncDispose]()
    },
  }
}

export type World = ReturnType<typeof anyWorld>

function cellOf({ source, family, mark, at, sensor = '0123456789abcdef' }: Sight): Cell {
  const sample = signatures.find(({ id }) => id === family)?.marks[mark]?.samples.positive[0] ?? ''
  const moment = new Date(secondsOf(at) * 1000).toUTCString().slice(5, 25)
  const time = moment.replace(/^(\d\d) (\w+) (\d+) /, '$1/$2/$3:')
  const text = `${source} - - [${time} +0000]${sample.slice(sample.indexOf('] "') + 1)}`
  return {
    sensor,
    source,
    mark,
    hour: at.slice(0, 13) as Hour,
    clock: 'known',
    identities: [secondsOf(at).toString(16).padStart(16, '0') as Identity],
    first: at,
    last: at,
    evidence: [{ at, text }],
    payloadHosts: [],
    ownPayload: false,
  }
}
