import type { Instant } from './instant.ts'
import type { Source } from './source.ts'
import type { Untrusted } from './untrusted.ts'

/** `known` when the log says its zone or a person did; `assumed` when local time had to be read as UTC. */
export type Clock = 'known' | 'assumed'

/**
 * One request as logged. A field that the log does not hold is undefined; one that it holds as `-` or empty is the
 * empty string. Texts are raw: as the server wrote them, undecoded.
 */
export type LogEntry = {
  readonly source: Source
  readonly at: Instant
  readonly clock: Clock
  /** How the server wrote bytes it would not write plainly; decoding must know. */
  readonly escapes: Escapes
  readonly method?: Untrusted
  /** Path and query as requested, `/default.ida?NNN`; a log with two fields is joined by `?`. */
  readonly target?: Untrusted
  /** False when this log keeps no queries, so that a missing one says nothing. */
  readonly queryLogged?: false
  /** `1.0` of `HTTP/1.0`; empty for a request line without one. */
  readonly version?: Untrusted
  readonly status?: number
  readonly bytes?: number
  readonly referer?: Untrusted
  readonly userAgent?: Untrusted
  /** The server asked for: the Host header, or the virtual host. */
  readonly host?: Untrusted
  /** The client's port, as RFC 6302 wants it logged. */
  readonly port?: number
  /** The server's own address, where the log holds it. */
  readonly listens?: Untrusted
  /** The path that an error log calls absent, as on disk: `/var/www/html/scripts/root.exe`, so conditions look at its end. */
  readonly missing?: Untrusted
  /** The line, or the request in it, was cut off: what stands at its end may have gone on. */
  readonly cut?: true
}

/** `slashes`: `\xhh`, `\\`, `\"` as Apache and nginx write; `plus`: blanks as `+`, as IIS writes them in the agent; `none`: nothing to undo. */
export type Escapes = 'slashes' | 'plus' | 'none'
