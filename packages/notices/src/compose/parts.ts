import { gzipSync } from 'node:zlib'
import { csvName } from '../csv/csv-name.ts'
import { hostsCsv } from '../csv/hosts-csv.ts'
import type { Attached } from '../letter/draft.ts'
import type { NoticedHost } from '../notice/host.ts'
import type { Notice } from '../notice/notice.ts'
import { topicsOf } from '../notice/topic.ts'
import { writeXarf } from '../xarf/xarf.ts'

/** A file that goes with a letter. */
export type Part = {
  readonly kind: 'csv' | 'xarf'
  readonly name: string
  readonly type: string
  readonly content: Uint8Array
}

const mostReports = 20
const largestCsv = 10_000_000

/** The files that the recipient's form asks for. */
export function partsOf(notice: Notice): readonly Part[] {
  switch (notice.recipient.form) {
    case 'digest':
      return [csvPart(notice), ...xarfParts(notice)]
    case 'cert':
      return [csvPart(notice)]
    case 'xarf':
      return notice.hosts.map(host => ({ ...xarfPart(host, notice), name: 'xarf.json' }))
    case 'text':
      return []
  }
}

/** What the letter says of them. */
export function attachedOf(parts: readonly Part[]): Attached {
  const csv = parts.find(({ kind }) => kind === 'csv')
  return {
    ...(csv && { csv: csv.name }),
    xarf: parts.filter(({ kind }) => kind === 'xarf').length,
  }
}

function csvPart(notice: Notice): Part {
  const content = Buffer.from(hostsCsv(notice))
  const name = csvName(notice)
  if (content.length <= largestCsv)
    return { kind: 'csv', name, type: 'text/csv; charset=utf-8', content }
  return { kind: 'csv', name: `${name}.gz`, type: 'application/gzip', content: gzipSync(content) }
}

function xarfParts(notice: Notice): readonly Part[] {
  const hosts = topicsOf(notice.hosts).flatMap(topic => topic.hosts)
  return hosts.slice(0, mostReports).map(host => xarfPart(host, notice))
}

function xarfPart(host: NoticedHost, notice: Notice): Part {
  return {
    kind: 'xarf',
    name: `xarf-${host.source.replaceAll(':', '-')}-${host.family.id}.json`,
    type: 'application/json',
    content: Buffer.from(`${JSON.stringify(writeXarf(host, notice), null, 2)}\n`),
  }
}
