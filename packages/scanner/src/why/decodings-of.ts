import { decodeSteps, type Fields, type LogEntry, type TestedField } from '@redalert/core'
import type { Decoding } from './line-story.ts'

const testedOf: Readonly<Record<Decoding['field'], readonly Exclude<TestedField, 'payload'>[]>> = {
  target: ['path', 'query'],
  referer: ['referer'],
  userAgent: ['userAgent'],
  missing: ['missing'],
}

/** How the fields of an entry are decoded: those alone of which decoding makes another text. */
export function decodingsOf(entry: LogEntry, fields: Fields): readonly Decoding[] {
  return (Object.keys(testedOf) as Decoding['field'][]).flatMap(field => {
    const raw = entry[field]
    if (raw === undefined || raw === '') return []
    const steps = decodeSteps(raw, entry.escapes)
    const tested = testedOf[field].flatMap(name => {
      const text = fields[name]
      return text === undefined || text === '' ? [] : [{ field: name, text }]
    })
    const last = steps.at(-1)
    const changes = steps.length > 1 || last !== tested.map(({ text }) => text).join('?')
    return changes ? [{ field, steps, tested }] : []
  })
}
