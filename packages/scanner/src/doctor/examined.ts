import type { Field, LogFormat } from '@redalert/core'
import type { Server } from './server.ts'

/** What the first lines of a log show of the log itself. */
export type Examined = {
  readonly file: string
  /** Undefined for the standard input. */
  readonly path: string | undefined
  /** Lines that were looked at. */
  readonly lines: number
  readonly skipped: number
  /** Lines of a known format that tell of no request. */
  readonly events: number
  /** Their formats. */
  readonly eventFormats: ReadonlySet<string>
  readonly unread: number
  /** The log goes on behind them. */
  readonly more: boolean
  /** The formats of its entries, the commonest first. */
  readonly formats: readonly FormatSeen[]
  /** The first unread lines. */
  readonly unreadLines: readonly string[]
  readonly server: Recognised | undefined
}

/** Who wrote a log, and what tells it, as the end of "it is by …: …". */
export type Recognised = { readonly server: Server; readonly because: string }

/** What the entries of one format hold. */
export type FormatSeen = {
  readonly format: LogFormat
  readonly entries: number
  /** How many lines have a place for a field, and in how many something stands there. */
  readonly places: ReadonlyMap<Field, number>
  readonly filled: ReadonlyMap<Field, number>
  /** Entries whose port is known. */
  readonly ports: number
  /** Entries whose local time is of an unknown zone. */
  readonly assumed: number
  readonly monthGuessed: number
  /** Entries whose client is a name. */
  readonly names: number
  /** Entries whose client has a private address. */
  readonly privates: number
  /** The clients, as far as they are few. */
  readonly sources: ReadonlySet<string>
}
