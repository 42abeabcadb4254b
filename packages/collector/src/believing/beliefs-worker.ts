import { join } from 'node:path'
import { parentPort, workerData } from 'node:worker_threads'
import { type Instant, secondsOf } from '@redalert/core'
import { appealedFamilies } from '../appeal/appealed-families.ts'
import { networkTable } from '../owners/network-table.ts'
import { readProjection } from '../store/sqlite/projection/read-projection.ts'
import { sqliteSubmitterBook } from '../store/sqlite/submitters/submitter-book.ts'
import { standBack } from '../stand-back.ts'
import { openPacked } from '../told/open-packed.ts'
import type { PackedCells } from '../told/pack-cells.ts'
import { sourceOfBytes } from '../told/source-bytes.ts'
import type { TrustPolicy } from '../trust/trust-policy.ts'
import { beliefsBasis, openBeliefs } from './beliefs.ts'

/** What the thread that decides is asked to do. */
export type BeliefTask =
  | {
      readonly kind: 'touch'
      readonly cells: readonly PackedCells[]
      readonly projected: number
    }
  /** `tend`: review what is due; `review`: all of it now. */
  | { readonly kind: 'tend' | 'review'; readonly now: Instant; readonly policy: TrustPolicy }
  | { readonly kind: 'close' }

export type BeliefAnswer =
  | { readonly kind: 'done' }
  | { readonly kind: 'failed'; readonly error: unknown }

standBack()
const { folder } = workerData as { readonly folder: string }
const book = sqliteSubmitterBook(join(folder, 'intake.db'))
const told = readProjection(join(folder, 'cells.db'))
const families = appealedFamilies(folder).all
const beliefs = openBeliefs(join(folder, 'beliefs.db'), {
  told,
  book,
  table: networkTable(folder),
  families,
})
const basisOf = (policy: TrustPolicy): string => beliefsBasis(book, policy, families())

/** New words are weighed within a minute; that time has passed, within the hour. */
const seconds = { touched: 60, untouched: 3600 }
let isDue = true
let isTouched = false
let last: { readonly at: number; readonly basis: string } | undefined
/** Reviewing takes at most a tenth of the time. */
let restUntil = 0

function tend(now: Instant, policy: TrustPolicy): void {
  if (performance.now() < restUntil) return
  const since = last ? secondsOf(now) - last.at : Infinity
  const isOld = since >= (isTouched ? seconds.touched : seconds.untouched)
  if (isDue || isOld || last?.basis !== basisOf(policy)) review(now, policy)
}

function review(now: Instant, policy: TrustPolicy): void {
  const begun = performance.now()
  beliefs.review(now, policy)
  last = { at: secondsOf(now), basis: basisOf(policy) }
  restUntil = performance.now() + 9 * (performance.now() - begun)
  isDue = false
  isTouched = false
}

function perform(task: BeliefTask): void {
  switch (task.kind) {
    case 'touch': {
      const sources = new Set<string>()
      for (const cells of task.cells)
        for (const { source } of openPacked(cells).sources) sources.add(source)
      // In the order in which they lie on the disk.
      isTouched ||= sources.size > 0
      isDue = beliefs.touch([...sources].toSorted().map(sourceOfBytes), task.projected) || isDue
      return
    }
    case 'tend':
      return tend(task.now, task.policy)
    case 'review':
      return review(task.now, task.policy)
    case 'close':
      beliefs[Symbol.dispose]()
      told.close()
      book[Symbol.dispose]()
  }
}

parentPort?.on('message', (task: BeliefTask) => {
  let answer: BeliefAnswer = { kind: 'done' }
  try {
    perform(task)
  } catch (error) {
    answer = { kind: 'failed', error }
  }
  parentPort?.postMessage(answer)
})
