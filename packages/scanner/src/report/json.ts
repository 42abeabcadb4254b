import { plainBytes, plainCell, plainEvidence } from '@redalert/core'
import type { Finding, Row } from '../finding.ts'
import type { Report } from './report.ts'
import { safeJson } from './safe-json.ts'

/** JSON lines, which lose nothing: `readJson` gives back every finding. */
export const json: Report = {
  showsUnread: true,
  async *write(findings) {
    for await (const finding of findings) yield `${writeJson(finding)}\n`
  },
}

/**
 * Writes a finding as one line. Bytes of a log are written as the text they mean in UTF-8; where they are none, one
 * letter stands for each byte and `"encoding":"latin1"` beside them says so. What a terminal would obey is escaped.
 */
export function writeJson(finding: Finding): string {
  return safeJson(plain(finding))
}

function plain(finding: Finding): object {
  switch (finding.kind) {
    case 'sighting':
      return plainRow(finding)
    case 'payload-host': {
      const { kind, host, sources } = finding
      return { kind, ...plainBytes('host', host), sources }
    }
    case 'answered': {
      const { kind, file, line, text } = finding
      return { kind, file, line, ...plainBytes('text', text) }
    }
    case 'redalert':
    case 'unread':
    case 'fault':
    case 'remark':
    case 'coverage':
    case 'summary':
      return finding
  }
}

function plainRow({ requests, lines, files, cells, evidence, ...said }: Row): object {
  return {
    ...said,
    requests: requests.count,
    ...(requests.exact ? {} : { approximate: true }),
    lines,
    files,
    cells: cells.map(plainCell),
    evidence: evidence.map(plainEvidence),
  }
}
