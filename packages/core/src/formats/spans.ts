/** A stretch of a record, from `start` up to and not including `end`. */
export type Span = readonly [start: number, end: number]

/** What stands in a log record. */
export type Field =
  | 'source'
  | 'port'
  /** The hops of `X-Forwarded-For` or `Forwarded`. */
  | 'forwarded'
  /** The client as a proxy's other header names it: `X-Real-IP`, `CF-Connecting-IP`. */
  | 'realIp'
  /** What identd said, nearly always a dash. */
  | 'identity'
  | 'user'
  | 'date'
  | 'time'
  /** The distance from Greenwich where it stands apart from the time. */
  | 'offset'
  /** The whole request line; method, target, query and version are columns of their own. */
  | 'request'
  | 'method'
  | 'target'
  | 'query'
  | 'version'
  | 'status'
  | 'bytes'
  | 'referer'
  | 'userAgent'
  | 'cookie'
  | 'host'
  /** The server's own name, where it is not what was asked for. */
  | 'serverName'
  | 'listens'
  | 'missing'
  /** Whatever nobody knows the meaning of: it may be private. */
  | 'extra'

/** Where the fields of one record stand. Only `extra` may be many; a field that stands there twice is extra the second time. */
export type Spans = { readonly [Name in Exclude<Field, 'extra'>]?: Span } & {
  readonly extra: readonly Span[]
}

/** Spans while they are being found. */
export type Finding = { -readonly [Name in Exclude<Field, 'extra'>]?: Span } & { extra: Span[] }

/** Notes where a field stands; the first of a kind counts. */
export function note(spans: Finding, field: Field, start: number, end: number): void {
  if (field === 'extra' || spans[field]) spans.extra.push([start, end])
  else spans[field] = [start, end]
}
