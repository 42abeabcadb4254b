import { fromByteText } from '@redalert/core'
import { safeJson } from '../report/safe-json.ts'
import { adviceWords } from './advice.ts'
import type { Diagnosis, LogFinding } from './diagnosis.ts'

/** What the doctor says, as JSON lines: each log and configuration, each suggestion, each advice, each remedy. */
export function* diagnosisJson({
  logs,
  configs,
  advice,
  remedies,
}: Diagnosis): Generator<string, void> {
  for (const log of logs) yield safeJson(plainLog(log))
  for (const config of configs) yield safeJson({ kind: 'configuration', ...config })
  for (const { file, suggestions } of logs) {
    for (const { format, reads, of, example } of suggestions) {
      const { source, at, clock, method, target, status } = example
      yield safeJson({
        kind: 'suggestion',
        file,
        format,
        reads,
        of,
        example: { source, at, clock, method, target: asUtf8(target), status },
      })
    }
  }
  for (const { code, files } of advice)
    yield safeJson({ kind: 'advice', code, ...adviceWords[code], files })
  for (const remedy of remedies) yield safeJson({ kind: 'remedy', ...remedy })
}

function plainLog(log: LogFinding): object {
  const { file, lines, skipped, events, unread, more, formats, server, codes } = log
  return {
    kind: 'log',
    file,
    server: server?.server ?? null,
    because: server?.because ?? null,
    formats: Object.fromEntries(formats.map(({ format, entries }) => [format.name, entries])),
    lines,
    skipped,
    events,
    unread,
    more,
    advice: codes,
  }
}

function asUtf8(bytes: string | undefined): string | undefined {
  return bytes === undefined ? undefined : (fromByteText(bytes) ?? bytes)
}
