import type { LogEntry } from '../model/entry.ts'
import type { TestedField } from '../signatures/signature.ts'
import { decode, unescapeLog } from './decode.ts'

/** The fields of an entry as conditions see them: decoded, and `ends` naming the one after which a cut-off line may have gone on. */
export type Fields = { readonly [Field in TestedField]: string | undefined } & {
  readonly ends: TestedField | undefined
}

/** Decodes what conditions test. Paths lose case and backslashes, for Windows knows neither; queries and headers keep theirs. */
export function decodeFields(entry: LogEntry): Fields {
  const { path, query } = decodeTarget(entry)
  const fields = {
    method: entry.method,
    path,
    query,
    version: entry.version,
    referer: decodeHeader(entry.referer, entry),
    userAgent: decodeHeader(entry.userAgent, entry),
    missing:
      entry.missing === undefined ? undefined : plainPath(unescapeLog(entry.missing, 'slashes')),
  }
  return { ...fields, ends: entry.cut ? lastOf(fields) : undefined }
}

function decodeTarget(entry: LogEntry): { path: string | undefined; query: string | undefined } {
  if (entry.target === undefined) return { path: undefined, query: undefined }
  const target = unescapeLog(entry.target, entry.escapes)
  const mark = target.indexOf('?')
  const path = plainPath(withoutOrigin(mark === -1 ? target : target.slice(0, mark)))
  if (mark !== -1) return { path, query: decode(target.slice(mark + 1).replaceAll('+', ' ')) }
  return { path, query: entry.queryLogged === false ? undefined : '' }
}

/** `http://host/path` asks a proxy for what `/path` asks the server for. */
function withoutOrigin(target: string): string {
  const scheme = target.indexOf('://')
  if (scheme < 1 || scheme > 5 || target.startsWith('/')) return target
  const path = target.indexOf('/', scheme + 3)
  return path === -1 ? '/' : target.slice(path)
}

function plainPath(path: string): string {
  return decode(path).replaceAll('\\', '/').toLowerCase()
}

function decodeHeader(text: string | undefined, { escapes }: LogEntry): string | undefined {
  if (text === undefined) return undefined
  if (escapes === 'plus') return decode(text.replaceAll('+', ' '))
  return decode(unescapeLog(text, escapes))
}

const orderInLine = ['userAgent', 'referer', 'missing', 'query', 'path'] as const

function lastOf(fields: { readonly [Field in TestedField]: string | undefined }):
  | TestedField
  | undefined {
  return orderInLine.find(field => fields[field] !== undefined && fields[field] !== '')
}
