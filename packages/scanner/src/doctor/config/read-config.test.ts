import { deepEqual, equal } from 'node:assert/strict'
import { test } from 'node:test'
import { configured } from './read-config.ts'

/** What a configuration is said to write, log by log: `line log: what it lacks`. */
function said(text: string): readonly string[] | undefined {
  return configured(text)?.logs.map(({ line, log, codes }) => `${line} ${log}: ${codes.join(' ')}`)
}

for (const [what, text, server, logs] of [
  [
    'combined, which every Apache defines',
    'CustomLog ${APACHE_LOG_DIR}/access.log combined\n',
    'apache',
    ['1 ${APACHE_LOG_DIR}/access.log: port'],
  ],
  [
    'a format of its own, over two lines, in other letters',
    '# LogFormat "%h" old\nlogformat "%a %t \\"%r\\" \\\n%>s" short\n<VirtualHost *:80>\n  customlog "/var/log/my logs/a.log" short env=!x\n</VirtualHost>\n',
    'apache',
    ['5 /var/log/my logs/a.log: port agent referer'],
  ],
  [
    'a format in the directive itself, and names that are looked up',
    'HostnameLookups Double\nCustomLog logs/a.log "%h:%{remote}p %t %U"\n',
    'apache',
    ['2 logs/a.log: port-ambiguous agent referer query names'],
  ],
  [
    'a time without a zone',
    'CustomLog a.log "[%a]:%{remote}p %{%F %T}t \\"%r\\" \\"%{Referer}i\\" \\"%{User-agent}i\\""\n',
    'apache',
    ['1 a.log: zone'],
  ],
  ['a format that tells no client', 'CustomLog a.log "%t %r"\n', 'apache', ['1 a.log: format']],
  [
    'TransferLog, which writes the common format',
    'TransferLog logs/access_log\n',
    'apache',
    ['1 logs/access_log: port agent referer'],
  ],
  [
    "nginx's own combined, and a log that is switched off",
    'http {\n  access_log /var/log/nginx/a.log;\n  server { access_log off; }\n}\n',
    'nginx',
    ['2 /var/log/nginx/a.log: port'],
  ],
  [
    'a format over several texts and lines, with a comment in between',
    `log_format main '[$remote_addr]:$remote_port [$time_local] ' # the client;
      '"$request" $status "$http_referer" "$http_user_agent"';
     access_log a.log main buffer=32k;`,
    'nginx',
    ['3 a.log: '],
  ],
  [
    'JSON of nginx',
    `log_format json escape=json '{"remote_addr":"$remote_addr","time_iso8601":"$time_iso8601","request_uri":"$request_uri"}';
     access_log a.json json;`,
    'nginx',
    ['2 a.json: port agent referer'],
  ],
  [
    'a path that nginx has decoded',
    `log_format main '$remote_addr [$time_local] "$uri"'; access_log a.log main;`,
    'nginx',
    ['1 a.log: port agent referer query'],
  ],
  [
    "IIS's own format",
    '<configuration>\n<logFile logFormat="IIS" directory="D:\\logs" />',
    'iis',
    ['2 D:\\logs: port zone agent referer month-first'],
  ],
  [
    'IIS with few fields, and another site with none named',
    '<logFile logFormat="W3C" logExtFileFlags="Date, Time, ClientIP, UriStem">\n</logFile>\n<logFile/>',
    'iis',
    [
      '1 %SystemDrive%\\inetpub\\logs\\LogFiles: port agent referer query',
      '3 %SystemDrive%\\inetpub\\logs\\LogFiles: port',
    ],
  ],
] as const) {
  test(`a configuration is told by what stands in it: ${what}`, () => {
    equal(configured(text)?.server, server)
    deepEqual(said(text), logs)
  })
}

test('what is included is named, for it is not followed', () => {
  deepEqual(configured('ServerRoot /x\nIncludeOptional conf/*.conf\n')?.includes, ['conf/*.conf'])
  deepEqual(configured('http { include mime.types; }')?.includes, ['mime.types'])
})

test('what is no configuration is none', () => {
  for (const text of [
    '',
    'hello',
    '{"a":1}',
    '192.0.2.7 - - [19/Jul/2001:16:08:55 +0200] "GET / HTTP/1.0" 200 5',
  ])
    equal(configured(text), undefined)
})

test('a broken configuration of many quotes takes no time', () => {
  const quotes = `http {\n${`"'`.repeat(20_000)}`
  const before = performance.now()
  configured(quotes)
  configured(`CustomLog ${'"a '.repeat(20_000)}`)
  equal(performance.now() - before < 2000, true)
})
