import fc from 'fast-check'

const seldom = <Value>(usual: fc.Arbitrary<Value>, odd: fc.Arbitrary<Value>) =>
  fc.oneof({ weight: 12, arbitrary: usual }, { weight: 1, arbitrary: odd })

const two = (value: number) => String(value).padStart(2, '0')

const source = seldom(
  fc.constantFrom('192.0.2.7', '198.51.100.255', '203.0.113.1', '10.0.0.9', '2001:db8::7'),
  fc.constantFrom(
    '1.2.3',
    '01.2.3.4',
    'dialup.example.net',
    '-',
    '192.0.2.7:81',
    '[2001:db8::7]:81',
    '',
    'x y',
  ),
)

const moment = fc.record({
  day: fc.constantFrom('2001-07-19', '2001-07-20', '2001-02-30'),
  hour: fc.integer({ min: 14, max: 15 }),
  minute: fc.nat(59),
  second: seldom(fc.nat(59), fc.constantFrom(60, 61, 75)),
  fraction: fc.constantFrom('', '', '', '.5', '.123456', '.1111111111111111', ',5', '.'),
  zone: fc.constantFrom('+00:00', '+00:00', 'Z', '+02:00', '', ' +0530', '+99:00'),
})
type Moment = typeof moment extends fc.Arbitrary<infer Value> ? Value : never

const clock = ({ hour, minute, second, fraction }: Moment) =>
  `${two(hour)}:${two(minute)}:${two(second)}${fraction}`

const word = fc.constantFrom(
  'index',
  '.php',
  '%20',
  '%2e',
  '%C3%A9',
  'root.exe',
  'cmd.exe',
  'c+dir',
  'default.ida',
  'a'.repeat(40),
  'a[]=1',
  '\u00c0\u00af',
  '\u00e9',
  '/',
  '$',
  'jndi:ldap',
)
const odd = fc.constantFrom(
  '"',
  '\\',
  '\\"',
  '\\u0041',
  '\t',
  '\r',
  ' ',
  '[19/Jul/2001:16:08:55 +0200] "',
  '',
  '%',
)
const words = fc.array(seldom(word, odd), { maxLength: 5 }).map(all => all.join(''))
const path = words.map(text => `/${text}`)
const agent = fc.oneof(
  fc.constantFrom(
    'Mozilla/5.0+(X11)',
    '-',
    'agent',
    '()+{+:;};+wget',
    'x(',
    'jndi',
    'Nmap+Scripting+Engine',
  ),
  words,
)

const request = fc.record({
  source,
  moment,
  path,
  query: fc.oneof(fc.constant('-'), words),
  agent,
  referer: fc.oneof(fc.constantFrom('-', 'http://www.example.org/?q=root%2eexe'), words),
  status: seldom(
    fc.constantFrom('200', '404', '-5', '1.5'),
    fc.constantFrom('null', '"x"', '1e5', '-', 'true'),
  ),
  listens: fc.constantFrom('198.51.100.7', '198.51.100.8', '2001:db8::1', '-'),
})
type Request = typeof request extends fc.Arbitrary<infer Value> ? Value : never

/** How much of a line was written before its server died; all, when nothing is said. */
const torn = seldom(fc.constant(1), fc.double({ min: 0, max: 1, noNaN: true }))

type Shape = { readonly head: string; readonly write: (request: Request) => string }

const columns: Readonly<Record<string, (request: Request) => string>> = {
  date: ({ moment: { day } }) => day,
  time: ({ moment }) => clock(moment),
  'c-ip': ({ source }) => source,
  's-ip': ({ listens }) => listens,
  'cs-method': () => 'GET',
  'cs-uri-stem': ({ path }) => path,
  'cs-uri-query': ({ query }) => query,
  'cs-uri': ({ path, query }) => `${path}?${query}`,
  'cs(User-Agent)': ({ agent }) => agent,
  'cs(Referer)': ({ referer }) => referer,
  'sc-status': ({ status }) => status,
  'time-taken': () => '15',
}

function inColumns(names: string, above = ''): Shape {
  const writers = names.split(' ').map(name => columns[name] ?? (() => '-'))
  return {
    head: `#Software: x\n${above}#Fields: ${names}\n`,
    write: request => writers.map(write => write(request)).join(' '),
  }
}

const months = { '2001-07-19': '19/Jul/2001', '2001-07-20': '20/Jul/2001' } as Record<
  string,
  string
>

const shapes: readonly Shape[] = [
  inColumns(
    'date time s-ip cs-method cs-uri-stem cs-uri-query s-port c-ip cs(User-Agent) cs(Referer) sc-status time-taken',
  ),
  inColumns('c-ip cs-method cs-uri date time sc-status'),
  inColumns('time c-ip cs-method cs-uri-stem cs-uri-query', '#Date: 2001-07-19 00:00:00\n'),
  inColumns('date-local time-local c-ip cs-method cs-uri-stem'),
  inColumns('time date c-ip cs-uri-stem'),
  {
    head: '',
    write: ({ moment, source, path, query, status, referer, agent, listens }) =>
      `{"time_iso8601":"${moment.day}T${clock(moment)}${moment.zone}","remote_addr":"${source}","request_method":"GET","request_uri":"${path}?${query}","status":${status},"http_referer":"${referer}","http_user_agent":"${agent}","server_addr":"${listens}"}`,
  },
  {
    head: '',
    write: ({ moment, source, path, status, agent }) =>
      `{"status": "${status}", "request": "GET ${path} HTTP/1.1", "agent": "${agent}", "x": [1, {"y": ${status}}], "time_local": "${months[moment.day] ?? '30/Feb/2001'}:${clock(moment)} +0200", "client": "${source}"}`,
  },
  {
    head: '',
    write: ({ moment, source, path, status }) =>
      `{"direction":"${status}","time":"${moment.day} ${clock(moment)}Z","ip":"${source}","path":"${path}"}`,
  },
]

const common =
  '192.0.2.7 - - [19/Jul/2001:16:08:55 +0200] "GET /scripts/root.exe HTTP/1.0" 404 283 "-" "-"'

function cutAt(line: string, share: number): string {
  return share === 1 ? line : line.slice(0, Math.floor(line.length * share))
}

/** Logs whose lines mostly look the same but for their values, which may be anything. */
export const anyPlacedLog: fc.Arbitrary<string> = fc
  .tuple(
    fc.array(
      fc.tuple(fc.constantFrom(...shapes), fc.array(fc.tuple(request, torn), { maxLength: 25 })),
      {
        minLength: 1,
        maxLength: 3,
      },
    ),
    fc.constantFrom('\n', '\n', '\r\n', `\n${common}\n`),
    fc.boolean(),
  )
  .map(([parts, ending, ended]) => {
    const lines = parts.flatMap(([{ head, write }, requests]) => [
      ...(head === '' ? [] : [head.trimEnd()]),
      ...requests.map(([each, share]) => cutAt(write(each), share)),
    ])
    return lines.join(ending) + (ended ? ending : '')
  })
