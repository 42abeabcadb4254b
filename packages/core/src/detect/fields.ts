import type { LogEntry } from '../model/entry.ts'
import type { MarkField } from '../model/mark.ts'
import type { TestedField } from '../signatures/signature.ts'
import { decode, unescapeLog } from './decode.ts'
import { type Payload, readPayload } from './payload.ts'
import { undoLookups } from './undo-lookups.ts'

type TextField = Exclude<TestedField, 'payload'>

/** The fields of an entry as conditions see them: decoded, and `ends` naming the one after which a cut-off line may have gone on. */
export type Fields = { readonly [Field in TextField]: string | undefined } & {
  readonly ends: TextField | undefined
  /** What the victim is told in the field that makes a mark; read when it is asked for, once. */
  readonly payloadOf: (field: MarkField) => Payload
}

/** Decodes what conditions test. Paths lose case and backslashes, for Windows knows neither; queries and headers keep theirs. */
export function decodeFields(entry: LogEntry): Fields {
  const { path, query, target } = decodeTarget(entry)
  const fields = {
    method: entry.method,
    path,
    query,
    version: entry.version,
    referer: decodeHeader(entry.referer, entry),
    userAgent: decodeHeader(entry.userAgent, entry),
    missing:
      entry.missing === undefined
        ? undefined
        : plainPath(decode(unescapeLog(entry.missing, 'slashes'))),
  }
  return {
    ...fields,
    ends: entry.cut ? lastOf(fields) : undefined,
    payloadOf: payloadReader({
      target,
      referer: fields.referer,
      userAgent: fields.userAgent,
      missing: undefined,
    }),
  }
}

/** Commands keep the letters they were sent with, for base64 needs them. */
function payloadReader(
  texts: Readonly<Record<MarkField, string | undefined>>,
): (field: MarkField) => Payload {
  const read = new Map<MarkField, Payload>()
  return field => {
    const payload = read.get(field) ?? readPayload(texts[field] ?? '')
    read.set(field, payload)
    return payload
  }
}

type Target = { readonly [Name in 'path' | 'query' | 'target']: string | undefined }

function decodeTarget(entry: LogEntry): Target {
  if (entry.target === undefined) return { path: undefined, query: undefined, target: undefined }
  const target = unescapeLog(entry.target, entry.escapes)
  const mark = target.indexOf('?')
  const sent = reveal(withoutOrigin(mark === -1 ? target : target.slice(0, mark)))
  const path = plainPath(sent)
  if (mark === -1)
    return { path, query: entry.queryLogged === false ? undefined : '', target: sent }
  const query = reveal(target.slice(mark + 1).replaceAll('+', ' '))
  return { path, query, target: `${sent} ${query}` }
}

/** What stands behind every encoding and disguise. */
function reveal(text: string): string {
  return undoLookups(decode(text))
}

/** `http://host/path` asks a proxy for what `/path` asks the server for. */
function withoutOrigin(target: string): string {
  const scheme = target.indexOf('://')
  if (scheme < 1 || scheme > 5 || target.startsWith('/')) return target
  const path = target.indexOf('/', scheme + 3)
  return path === -1 ? '/' : target.slice(path)
}

function plainPath(path: string): string {
  return path.replaceAll('\\', '/').toLowerCase()
}

function decodeHeader(text: string | undefined, { escapes }: LogEntry): string | undefined {
  if (text === undefined) return undefined
  if (escapes === 'plus') return reveal(text.replaceAll('+', ' '))
  return reveal(unescapeLog(text, escapes))
}

const orderInLine = ['userAgent', 'referer', 'missing', 'query', 'path'] as const

function lastOf(fields: { readonly [Field in TextField]: string | undefined }):
  | TextField
  | undefined {
  return orderInLine.find(field => fields[field] !== undefined && fields[field] !== '')
}
