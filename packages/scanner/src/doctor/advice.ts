/** What a log lacks as a witness. */
export type AdviceCode =
  | 'port'
  | 'port-ambiguous'
  | 'zone'
  | 'agent'
  | 'referer'
  | 'query'
  | 'proxy'
  | 'names'
  | 'month-first'
  | 'access-log'
  | 'missing-files'
  | 'no-request'
  | 'format'

/** One thing that would make some logs better witnesses. */
export type Advice = {
  readonly code: AdviceCode
  /** The logs, or the places of a configuration. */
  readonly files: readonly string[]
}

/** What is missing, and why it matters: each for a heading and a sentence or two. */
export const adviceWords: Readonly<
  Record<AdviceCode, { readonly what: string; readonly why: string }>
> = {
  port: {
    what: "The client's port is not logged",
    why: 'Many customers of a provider share one address, and only the port together with the exact time tells its network which of them it was (RFC 6302).',
  },
  'port-ambiguous': {
    what: "The client's port stands behind its address without brackets",
    why: 'An IPv6 address with a port behind a colon reads as another IPv6 address, whose owner is innocent.',
  },
  zone: {
    what: 'Its times name no zone',
    why: 'They are read as UTC, marked as assumed, and not submitted, for an hour wrong may accuse another customer.',
  },
  agent: {
    what: 'The user agent is not logged',
    why: 'Some worms and bots are known by it, or by having none, and so are the scanners that are no victims.',
  },
  referer: {
    what: 'The referer is not logged',
    why: 'Some exploits stand in it, and worms are known by sending none.',
  },
  query: {
    what: 'The query is not logged, or not as it was sent',
    why: 'Most worms stand in the query; without it a log shows at most that somebody knocked.',
  },
  proxy: {
    what: 'Its clients seem to be your own proxies',
    why: 'Who stands behind them is not in this log, or stands in a header that is not read.',
  },
  names: {
    what: 'Its clients are names in place of addresses',
    why: 'Whoever owns a network names its addresses at will, so nobody is told on the strength of a name; and looking names up slows the server.',
  },
  'month-first': {
    what: 'Its dates may have day and month the other way round',
    why: 'A date like 7/8/2001 is read month first, as Windows writes it in English; another setting makes it another day.',
  },
  'access-log': {
    what: 'Only an error log is here',
    why: 'It shows a request in part: a file that is missing, without the query, often without the worm. The access log shows it whole.',
  },
  'missing-files': {
    what: 'The error log tells of no missing file',
    why: 'Worms ask for files that are not there. Since Apache 2.4 that is told at the level info only, and not at the standard one.',
  },
  'no-request': {
    what: 'Its lines of JSON name no request that redalert knows',
    why: 'Their fields are called otherwise, so that nothing in them can be found.',
  },
  format: {
    what: 'redalert cannot read its format string',
    why: 'It tells no client, no time or no request, or two fields of it stand side by side with nothing between.',
  },
}
