import { join } from 'node:path'
import { setImmediate as turn } from 'node:timers/promises'
import type { Instant, Status } from '@redalert/core'
import { readLives } from '../ledger/read-lives.ts'
import { readBeliefs } from '../store/sqlite/beliefs/read-beliefs.ts'
import { statusOf, type ToldOf } from '../status/status-of.ts'

const atOnce = 500

/** What became of the hosts of which a submitter told, by what is written down in a folder. */
export async function statusFor(folder: string, submitter: string, at: Instant): Promise<Status> {
  return await statusOf(toldOf(folder, submitter), { submitter, at })
}

/** In pieces, so that whoever brings something meanwhile is answered between two. */
async function* toldOf(folder: string, submitter: string): AsyncGenerator<ToldOf, void> {
  using beliefs = readBeliefs(join(folder, 'beliefs.db'))
  using lives = readLives(join(folder, 'cases.db'))
  if (!beliefs) return
  for (let rows = beliefs.toldBy(submitter, undefined, atOnce); rows.length > 0;) {
    for (const row of rows) yield { ...row, life: lives?.life(row) }
    await turn()
    rows = beliefs.toldBy(submitter, rows.at(-1), atOnce)
  }
}
