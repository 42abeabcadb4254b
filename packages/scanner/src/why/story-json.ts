import { fromByteText, type Mark, plainBytes, plainCell } from '@redalert/core'

import { safeJson } from '../report/safe-json.ts'
import type { EntryStory, LineRead, LineStory, StandingStory } from './line-story.ts'
import type { SourceStory } from './source-story.ts'

/**
 * A story as one line of JSON. Raw texts of a line are written as the text they mean in UTF-8; where the line is none, one
 * letter stands for each byte and `"encoding":"latin1"` says so. Decoded texts hold one letter for each that was sent.
 */
export function storyJson(story: LineStory | SourceStory): string {
  return safeJson(story.kind === 'line' ? plainLine(story) : plainSource(story))
}

function plainLine({ kind, file, line, text, read }: LineStory): object {
  return {
    kind,
    ...(file !== undefined && { file }),
    ...(line !== undefined && { line }),
    ...plainBytes('text', text),
    ...plainRead(read, fromByteText(text) === undefined ? bytes => bytes : asUtf8),
  }
}

type Raw = (bytes: string) => string

function asUtf8(bytes: string): string {
  return fromByteText(bytes) ?? bytes
}

function plainRead(read: LineRead, raw: Raw): object {
  switch (read.kind) {
    case 'header':
    case 'skipped':
      return { read: read.kind }
    case 'event':
      return { read: read.kind, format: read.format }
    case 'unread':
      return { read: read.kind, reason: read.reason, near: read.near }
    case 'entry':
      return { read: read.kind, ...plainEntry(read, raw) }
  }
}

function plainEntry(entry: EntryStory, raw: Raw): object {
  const { format, record, at, clock, source, monthGuessed, cut, fields, decodings } = entry
  return {
    format,
    at,
    clock,
    source,
    ...(monthGuessed && { monthGuessed }),
    ...(cut && { cut }),
    record: raw(record),
    fields: fields.map(({ field, span: [start, end], raw: text }) => ({
      field,
      start,
      end,
      text: raw(text),
    })),
    decoded: decodings.map(({ field, steps, tested }) => ({
      field,
      steps,
      tested: Object.fromEntries(tested.map(({ field: name, text }) => [name, text])),
    })),
    marks: entry.marks.map(plainMark),
    trials: entry.trials,
    judgement: entry.standings.map(plainStanding),
  }
}

function plainMark({ id, field, payloadHosts, ownPayload }: Mark): object {
  return { id, field, payloadHosts: payloadHosts.map(asUtf8), ownPayload }
}

function plainStanding({ family, verdict, marks, lacks }: StandingStory): object {
  return {
    family: family.id,
    grade: verdict?.grade ?? null,
    reason: verdict?.reason ?? null,
    ...(verdict?.scanner && { setApart: 'scanner' }),
    marks,
    toBeSurer: lacks,
  }
}

function plainSource(story: SourceStory): object {
  const { kind, source, lines, files, read, cells, standings } = story
  const payloadHosts = [...new Set(cells.flatMap(cell => cell.payloadHosts))].toSorted()
  return {
    kind,
    source,
    lines,
    files,
    read,
    payloadHosts: payloadHosts.map(asUtf8),
    judgement: standings.map(plainStanding),
    cells: cells.map(plainCell),
  }
}
