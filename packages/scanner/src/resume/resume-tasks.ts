import type { CrewOutcome } from '../threads/crew.ts'
import type { Note, Task } from '../threads/task.ts'
import type { Journal } from './journal.ts'

/**
 * What comes of tasks in their order: of those that were done before as the journal tells it, of the others as it is found
 * now, and noted. A part that could not be read to its end is not noted, so that it is tried again.
 */
export async function* resumeTasks(
  tasks: readonly Task[],
  journal: Journal,
  run: (rest: readonly Task[]) => AsyncGenerator<CrewOutcome, void>,
): AsyncGenerator<CrewOutcome, void> {
  const outcomes = run(tasks.filter(task => !journal.knows(task)))
  try {
    for (const task of tasks) {
      const before = journal.knows(task) ? journal.take(task) : undefined
      if (before) yield { kind: 'done', ...before }
      else yield* noted(outcomes, journal)
    }
  } finally {
    await outcomes.return()
  }
}

/** What comes of the next task. */
async function* noted(
  outcomes: AsyncGenerator<CrewOutcome, void>,
  journal: Journal,
): AsyncGenerator<CrewOutcome, void> {
  const notes: Note[] = []
  for (;;) {
    const { value: outcome } = await outcomes.next()
    if (!outcome) return
    if (outcome.kind === 'notes') notes.push(...outcome.notes)
    if (outcome.kind === 'done') {
      const all = [...notes, ...outcome.done.notes]
      const isWhole = !all.some(({ kind }) => kind === 'fault')
      const wrong = isWhole && journal.add(outcome.task, { ...outcome.done, notes: all })
      if (wrong) yield { kind: 'notes', task: outcome.task, notes: [wrong] }
    }
    yield outcome
    if (outcome.kind !== 'notes') return
  }
}
