import { type Header, type ReadContext, readLine } from '@redalert/core'
import type { FileFault, FileRemark } from '../finding.ts'
import type { FoundLog } from '../read/found.ts'
import type { Line } from '../read/line.ts'
import { readLines } from '../read/read-lines.ts'
import type { Examined } from './examined.ts'
import { type FormatTally, formatTally } from './format-tally.ts'
import { serverRecogniser } from './recognise-server.ts'

/** So many lines tell what a log holds. */
const mostLines = 10_000
const mostUnread = 200

/** Looks at the first lines of a log. What has to be said of the file comes first. */
export async function* examineLog(
  log: FoundLog,
  { context, signal }: { readonly context: ReadContext; readonly signal: AbortSignal },
): AsyncGenerator<FileFault | FileRemark | ({ readonly kind: 'examined' } & Examined), void> {
  const recogniser = serverRecogniser(log.path)
  const formats = new Map<string, FormatTally>()
  const unreadLines: string[] = []
  const eventFormats = new Set<string>()
  const counts = { lines: 0, skipped: 0, events: 0, unread: 0 }
  let header: Header | undefined
  const look = ({ text, cut }: Line) => {
    counts.lines++
    const own = { ...context, ...(header && { header }), ...(cut && { cut }) }
    const reading = readLine(text, own)
    switch (reading.kind) {
      case 'header':
      case 'skipped':
        counts.skipped++
        if (reading.kind === 'header') header = reading.header
        recogniser.add(text, undefined)
        return
      case 'event':
        counts.events++
        eventFormats.add(reading.format.name)
        recogniser.add(text, reading.format.name)
        return
      case 'unread':
        counts.unread++
        if (unreadLines.length < mostUnread) unreadLines.push(text)
        return
      case 'entry': {
        const { name } = reading.format
        const tally = formats.get(name) ?? formatTally(reading.format)
        formats.set(name, tally)
        tally.add(reading)
        recogniser.add(text, name)
      }
    }
  }
  let more = false
  for await (const piece of readLines(log, { signal })) {
    if (piece.kind !== 'lines') {
      yield piece
      continue
    }
    const room = mostLines - counts.lines
    piece.lines.slice(0, room).forEach(look)
    if (piece.lines.length > room) {
      more = true
      break
    }
  }
  const seen = [...formats.values()].map(tally => tally.seen())
  yield {
    kind: 'examined',
    file: log.name,
    path: log.path,
    ...counts,
    eventFormats,
    more,
    formats: seen.toSorted((one, other) => other.entries - one.entries),
    unreadLines,
    server: recogniser.server(),
  }
}
