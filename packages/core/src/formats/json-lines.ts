import type { LogEntry } from '../model/entry.ts'
import type { Located, LogFormat } from './format.ts'
import { jsonNames } from './json-names.ts'
import { readScalars, type Scalar } from './json-scalars.ts'
import { unescapeJson } from './json-text.ts'
import { readAnyTime } from './read-any-time.ts'
import { type Field, type Finding, note } from './spans.ts'

/** One JSON object a line, its fields known by their names: Caddy, Traefik, nginx and others write it. */
export const jsonLines: LogFormat = {
  name: 'json-lines',
  aliases: ['json', 'caddy', 'traefik', 'ndjson', 'jsonl'],
  clock: 'offset',
  escapes: 'none',
  locate,
  hide: (record, [start]) => (record.charAt(start - 1) === '"' ? '-' : 'null'),
  readTime: (record, { time }) => (time ? readAnyTime(record.slice(...time)) : undefined),
  unwrap: unescapeJson,
  write,
  samples: [
    {
      line: '{"level":"info","ts":1716723772.6014807,"logger":"http.log.access.log17","msg":"handled request","request":{"remote_ip":"10.5.1.1","remote_port":"38574","client_ip":"10.10.10.117","proto":"HTTP/2.0","method":"GET","host":"mirrors.example.net:400","uri":"/gentoo?x=1","headers":{"User-Agent":["Wget/1.24"]}},"status":404,"size":5,"resp_headers":{"Server":["Caddy"]}}',
      entry: {
        source: '10.10.10.117',
        port: 38_574,
        at: '2024-05-26T11:42:52Z',
        method: 'GET',
        target: '/gentoo?x=1',
        version: '2.0',
        status: 404,
        userAgent: 'Wget/1.24',
        host: 'mirrors.example.net:400',
      },
      from: 'shortened from tstack/lnav (BSD)',
    },
    {
      line: '{"ClientAddr":"172.17.0.1:39496","ClientHost":"172.17.0.1","ClientPort":"39496","ClientUsername":"-","DownstreamContentSize":357,"DownstreamStatus":200,"RequestHost":"127.0.0.1","RequestMethod":"GET","RequestPath":"/scripts/root.exe?/c+dir","RequestProtocol":"HTTP/1.0","StartUTC":"2021-12-08T09:16:05.123Z","request_User-Agent":"-","time":"2021-12-08T10:16:06+01:00"}',
      entry: {
        source: '172.17.0.1',
        at: '2021-12-08T09:16:05Z',
        target: '/scripts/root.exe?/c+dir',
        version: '1.0',
        userAgent: '',
      },
      from: 'shortened from crowdsecurity/hub (MIT)',
    },
    {
      line: '{"remote_addr":"2001:db8::7","time_iso8601":"2001-07-19T16:08:55+02:00","request":"GET /a\\u00e9\\"b HTTP/1.0","status":"404","http_referer":""}',
      entry: {
        source: '2001:db8::7',
        at: '2001-07-19T14:08:55Z',
        target: '/a\u00c3\u00a9"b',
        referer: '',
      },
    },
    {
      line: '{"remote_addr":"192.0.2.7","time_local":"19/Jul/2001:16:08:55 +0200","request_uri":"/default.ida?NNNN',
      entry: { target: '/default.ida?NNNN', cut: true },
    },
    {
      line: '{"ts":1761019822.31,"request":{"remote_ip":"192.0.2.7","uri":"/","headers":{"Client-Ip":["198.51.100.1"],"Ts":["1"]}}}',
      entry: { source: '192.0.2.7', at: '2025-10-21T04:10:22Z' },
      note: "a header that names another client is a stranger's word",
    },
    {
      line: '{"level":"info","ts":1761019822.31,"msg":"using config from file","file":"/etc/caddy/Caddyfile"}',
      event: true,
    },
  ],
}

/** Below other names than these may stand what a stranger chose: headers, parameters, the body. */
const trusted: ReadonlySet<string> = new Set([
  'request',
  'httprequest',
  'http',
  'client',
  'source',
  'flow',
  'access',
  'id',
])
const headers: ReadonlySet<string> = new Set(['headers', 'request_headers', 'req_headers'])
/** What a header may say of the request: nothing about who sent it, or when. */
const headerFields: ReadonlySet<Field> = new Set<Field>([
  'referer',
  'userAgent',
  'cookie',
  'forwarded',
  'realIp',
])

const fieldOf: ReadonlyMap<string, { readonly field: Field; readonly rank: number }> = new Map(
  Object.entries(jsonNames).flatMap(([field, names]) =>
    names.map((name, rank) => [name, { field: field as Field, rank }] as const),
  ),
)

function locate(record: string): Located | undefined {
  if (record.charAt(0) !== '{') return undefined
  const read = readScalars(record)
  if (!read) return undefined
  const best = new Map<Field, { readonly rank: number; readonly scalar: Scalar }>()
  for (const scalar of read.scalars) {
    const known = knownName(scalar)
    const rival = known && best.get(known.field)
    if (known && (!rival || known.rank < rival.rank))
      best.set(known.field, { rank: known.rank, scalar })
  }
  const spans: Finding = { extra: [] }
  for (const [field, { scalar }] of best) note(spans, field, ...scalar.span)
  const taken = new Set([...best.values()].map(({ scalar }) => scalar))
  for (const scalar of read.scalars) if (!taken.has(scalar)) note(spans, 'extra', ...scalar.span)
  if (!(spans.request ?? spans.target) || isAnswer(record, read.scalars))
    return { spans, event: true }
  return read.cut ? { spans, cut: true } : { spans }
}

function knownName({ path }: Scalar) {
  const names = path.filter(name => name !== '').map(name => name.replaceAll(/[-.]/g, '_'))
  const [parent, own] = [names.at(-2), names.at(-1)]
  if (own === undefined) return undefined
  const known = (parent && fieldOf.get(`${parent}_${own}`)) || fieldOf.get(own)
  const foreign = names.slice(0, -1).filter(name => !trusted.has(name))
  if (foreign.length === 0) return known
  const isHeader = foreign.every(name => headers.has(name))
  return isHeader && known && headerFields.has(known.field) ? known : undefined
}

/** A sensor on the wire also tells of answers, whose source is the server. */
function isAnswer(record: string, scalars: readonly Scalar[]): boolean {
  const direction = scalars.find(({ path }) => path.length === 1 && path[0] === 'direction')
  return direction !== undefined && record.slice(...direction.span) === 'to_client'
}

function write(entry: LogEntry): string {
  const {
    source,
    port,
    at,
    method,
    target,
    version,
    status,
    bytes,
    referer,
    userAgent,
    host,
    listens,
  } = entry
  const fields = {
    remote_addr: source,
    remote_port: port,
    time_iso8601: at,
    request_method: method,
    server_protocol: version === undefined ? undefined : version && `HTTP/${version}`,
    status,
    body_bytes_sent: bytes,
    http_referer: referer,
    http_user_agent: userAgent,
    http_host: host,
    server_addr: listens,
  }
  const texts = Object.entries(fields).map(([name, value]) =>
    value === undefined
      ? []
      : [`"${name}":${typeof value === 'number' ? value : `"${escapeJson(value)}"`}`],
  )
  const uri = target === undefined ? [] : [`"request_uri":"${escapeJson(target)}`]
  return `{${[...texts.flat(), ...uri].join(',')}${entry.cut ? '' : '"}'}`
}

/** Bytes as the text they mean, or as they are where they mean none. */
function escapeJson(bytes: string): string {
  return bytes.replaceAll('\\', '\\\\').replaceAll('"', '\\"')
}
