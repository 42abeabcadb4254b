import type { Appeal } from '@redalert/core'
import {
  type AppealAnswer,
  appealProgress,
  type AppealProgress,
} from '../appeal/appeal-progress.ts'
import type { Store } from '../store/store.ts'
import type { SubmitterBook } from '../trust/submitter-book.ts'

const keptMilliseconds = 60_000

/** How appeals go, by what everybody who is not revoked had read. It is counted once a minute, however many look. */
export function appealAnswers({
  store,
  book,
  clock,
}: {
  readonly store: Pick<Store, 'coverage'>
  readonly book: SubmitterBook
  readonly clock: () => number
}): (appeal: Appeal) => AppealProgress {
  const counted = new Map<string, { readonly at: number; readonly progress: AppealProgress }>()
  return appeal => {
    const known = counted.get(appeal.id)
    if (known && clock() - known.at < keptMilliseconds) return known.progress
    const progress = appealProgress(appeal, answersTo(appeal, store, book))
    counted.set(appeal.id, { at: clock(), progress })
    return progress
  }
}

function* answersTo(
  { from, until }: Appeal,
  store: Pick<Store, 'coverage'>,
  book: SubmitterBook,
): Generator<AppealAnswer, void> {
  for (const { name, revoked } of book.submitters()) {
    if (revoked) continue
    const coverage = store
      .coverage(name)
      .filter(({ hours }) =>
        Object.keys(hours).some(hour => `${hour}:59:59Z` >= from && `${hour}:00:00Z` < until),
      )
    if (coverage.length > 0) yield { submitter: name, credit: null, coverage }
  }
}
