import type { LogEntry } from '../model/entry.ts'
import type { Mark, MarkId } from '../model/mark.ts'
import type { Test, TestedField } from '../signatures/signature.ts'
import { decodeFields } from './fields.ts'
import { isTelling } from './is-telling.ts'
import { lookAt } from './look-at.ts'
import { match, type Rule } from './match.ts'
import { judgeField, type Outcome } from './test.ts'

/** How one rule fared with one entry. */
export type Trial = {
  readonly mark: MarkId
  /** Each test of each field, with what it gave. */
  readonly conditions: readonly Condition[]
  /** The marks that the entry has and with which this one does not count. */
  readonly outdoneBy: readonly MarkId[]
  /** Whether the entry has the mark. */
  readonly given: boolean
}

export type Condition = {
  readonly field: TestedField
  readonly test: Test
  readonly outcome: Outcome
}

/** What an entry was tested for: the marks it has, then those it came nearest to. */
export type Explanation = {
  readonly marks: readonly Mark[]
  /** Nearest first: by the share of telling conditions that held. */
  readonly trials: readonly Trial[]
}

/** Says why an entry has the marks it has, and why not the others: for people, so it tries everything. */
export function explain(entry: LogEntry, ready: readonly Rule[]): Explanation {
  const marks = match(entry, ready)
  const given = new Set(marks.map(({ id }) => id.split('~', 1)[0]))
  const fields = decodeFields(entry)
  const trials = ready.map(({ id, field: own, conditions, unless }): Trial => ({
    mark: id,
    conditions: conditions.flatMap(({ field, tests }) => {
      const { text, cut } = lookAt(field, own, fields)
      return tests.map(test => ({ field, test, outcome: judgeField(text, [test], cut) }))
    }),
    outdoneBy: unless.filter(other => given.has(other)),
    given: given.has(id),
  }))
  return { marks, trials: trials.filter(isNear).toSorted(byNearness) }
}

/** A rule of which nothing held that tells anything says nothing about the entry. */
function isNear(trial: Trial): boolean {
  return trial.given || held(trial) > 0
}

function byNearness(one: Trial, other: Trial): number {
  return Number(other.given) - Number(one.given) || held(other) - held(one)
}

/** The share of a rule's telling conditions that held. */
function held({ conditions }: Trial): number {
  const telling = conditions.filter(({ field, test }) => isTelling(field, test))
  return telling.filter(({ outcome }) => outcome !== 'fails').length / telling.length
}
