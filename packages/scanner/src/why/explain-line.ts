import {
  decodeFields,
  type EntryReading,
  explain,
  type Field,
  type Fields,
  nearShapes,
  type ReadContext,
  readLine,
  type Rule,
  rules,
  type Signature,
  type Span,
  type Trial,
  unreadReasons,
} from '@redalert/core'
import type { Line } from '../read/line.ts'
import { cellsOf } from '../tally.ts'
import { decodingsOf } from './decodings-of.ts'
import type { EntryStory, FieldStory, LineRead, TrialStory } from './line-story.ts'
import { standingsOf } from './standings-of.ts'

/** Says everything about one line: how it reads, decodes, fares with the conditions, and what it proves. */
export function explainLine(
  { text, cut }: Pick<Line, 'text' | 'cut'>,
  context: ReadContext,
  signatures: readonly Signature[],
): LineRead {
  const ownContext = cut ? { ...context, cut } : context
  const reading = readLine(text, ownContext)
  switch (reading.kind) {
    case 'header':
    case 'skipped':
      return { kind: reading.kind }
    case 'event':
      return { kind: 'event', format: reading.format.name }
    case 'unread': {
      const near = nearShapes(text, ownContext)
      return { kind: 'unread', reason: unreadReasons[reading.reason], near }
    }
    case 'entry':
      return { kind: 'entry', ...entryStory(reading, signatures) }
  }
}

function entryStory(reading: EntryReading, signatures: readonly Signature[]): EntryStory {
  const { entry, format, record, located } = reading
  const ready = rules(signatures)
  const fields = decodeFields(entry)
  const { marks, trials } = explain(entry, ready)
  const match = {
    entry,
    line: 1,
    answered: false,
    marks: marks.map(mark => ({ ...mark, text: record })),
  }
  return {
    format: format.name,
    record,
    at: entry.at,
    clock: entry.clock,
    source: entry.source,
    monthGuessed: reading.monthGuessed === true,
    cut: entry.cut === true,
    fields: fieldsOf(record, located.spans),
    decodings: decodingsOf(entry, fields),
    marks,
    trials: trials.map(trial => trialStory(trial, ready, fields)),
    standings: standingsOf(cellsOf(match, '', ''), signatures),
  }
}

/** The fields in the order of the line. */
function fieldsOf(
  record: string,
  { extra, ...spans }: EntryReading['located']['spans'],
): readonly FieldStory[] {
  const named = Object.entries(spans) as [Field, Span][]
  const all = [...named, ...extra.map((span): [Field, Span] => ['extra', span])]
  return all
    .map(([field, span]) => ({ field, span, raw: record.slice(...span) }))
    .toSorted((one, other) => one.span[0] - other.span[0])
}

function trialStory(trial: Trial, ready: readonly Rule[], fields: Fields): TrialStory {
  const own = ready.find(({ id }) => id === trial.mark)?.field ?? 'target'
  return {
    ...trial,
    conditions: trial.conditions.map(condition => ({
      ...condition,
      actual: condition.field === 'payload' ? fields.payloadOf(own).told : fields[condition.field],
    })),
  }
}
