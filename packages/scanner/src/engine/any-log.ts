import { formats, type Signature, signatures } from '@redalert/core'
import fc from 'fast-check'

const samples = [
  ...signatures.flatMap(({ marks }: Signature) =>
    Object.values(marks).flatMap(rule => [
      ...rule.samples.positive,
      ...rule.samples.negative.map(({ line }) => line),
    ]),
  ),
  ...formats.flatMap(format => format.samples.map(({ line }) => line)),
]

const client = fc.oneof(
  fc.tuple(fc.nat(260), fc.nat(260), fc.nat(260), fc.nat(260)).map(octets => octets.join('.')),
  fc.constantFrom('192.0.2.7', '198.51.100.255', '203.0.113.1', '1.2.3.4'),
  fc.constantFrom(
    '01.2.3.4',
    '1.2.3',
    '1.2.3.4.5',
    '2001:db8::7',
    'dialup.example.net',
    '-',
    'a..b',
    '1.2.3.4:81',
    '[x',
  ),
)

const user = fc.constantFrom(
  '- -',
  '- -',
  '- -',
  '- me',
  '- "x y"',
  '-',
  '- - -',
  'id -',
  '1.2.3.4 -',
  '- [u]',
  '',
)

const stamp = fc.oneof(
  fc
    .tuple(
      fc.integer({ min: 10, max: 31 }),
      fc.constantFrom('Jul', 'Feb', 'Xxx', 'jul', 'Dec'),
      fc.constantFrom(1970, 2001, 2024),
      fc.integer({ min: 0, max: 24 }),
      fc.nat(60),
      fc.nat(61),
      fc.constantFrom('+0000', '-0400', '+0530', '+0545', '+9900', '-1200'),
    )
    .map(
      ([day, month, year, hour, minute, second, offset]) =>
        `[${day}/${month}/${year}:${two(hour)}:${two(minute)}:${two(second)} ${offset}]`,
    ),
  fc.integer({ min: 0, max: 59 }).map(second => `[19/Jul/2001:16:08:${two(second)} +0200]`),
  fc.constantFrom(
    '[1/Jul/2001:16:08:55 +0200]',
    '[19/Jul/2001:16:08:55]',
    '[19/Jul/2001:16:08:55.5 +0200]',
    '[x]',
    '',
  ),
)

function two(value: number): string {
  return String(value).padStart(2, '0')
}

const word = fc.constantFrom(
  'index',
  '.php',
  '?a[]=1',
  '%20',
  '%2e',
  '%C3%A9',
  '\\xc3\\xa9',
  '\\x2e',
  '"',
  '\\"',
  'root.exe',
  'cmd.exe',
  '/c+dir',
  'default.ida?',
  'N'.repeat(30),
  ' ',
  '[19/Jul/2001:16:08:55 +0200] "',
  '\u00c0\u00af',
  '\u00e0\u00b8',
  'Search',
  '+',
  'a'.repeat(70),
  '\u0000',
  '%',
  '\\',
  '() { :;}',
  '/',
)

const request = fc
  .tuple(
    fc.constantFrom('GET ', 'POST ', 'SEARCH ', '', 'get '),
    fc.array(word, { maxLength: 6 }),
    fc.constantFrom(' HTTP/1.0', ' HTTP/1.1', ''),
  )
  .map(([method, words, version]) => `${method}/${words.join('')}${version}`)

const tail = fc.constantFrom(
  ' 200 5 "-" "Mozilla/5.0 (X11)"',
  ' 404 - "http://www.example.org/?q=root%2eexe" "agent [en]"',
  ' 404 283',
  ' 200',
  ' - -',
  '',
  ' 200 5 "-" "cut',
  ' 200 5 "cut',
  ' 200 5 "" ""',
  ' 200 5 "-" "-" "203.0.113.9"',
  ' 200 5 "-" "-" 240 "x@y" "http://192.0.2.1:80" 0ms',
  ' 200 5 "-" "() { :;}; /bin/ping"',
  ' 200 5 "-" "a\\"b"',
  ' 200 5 "-" "a"b"',
  ' 20x 5 "-" "-"',
  '  200  5  "-"  "-" ',
  ' 200 5 "-" "-"x',
  '\t200 5',
  ' 200 5 "-" "x" [19/Jul/2001:16:08:55 +0200] "GET /',
)

const common = fc
  .tuple(
    fc.constantFrom(
      '',
      '',
      '',
      'www.example.org ',
      'www.example.org:80 ',
      '"',
      '[19/Jul/2001:16:08:55 ',
    ),
    client,
    user,
    stamp,
    request,
    tail,
  )
  .map(([host, from, who, when, what, rest]) => `${host}${from} ${who} ${when} "${what}"${rest}`)

const broken = fc
  .tuple(
    fc.oneof(common, fc.constantFrom(...samples)),
    fc.nat(),
    fc.constantFrom('', ' ', '"', '\\', '[', ']', '\u0000', '\r', '\t', '#', '%'),
    fc.nat(3),
  )
  .map(([line, place, text, gone]) => {
    const at = place % (line.length + 1)
    return line.slice(0, at) + text + line.slice(at + gone)
  })

const line = fc.oneof(
  { weight: 6, arbitrary: common },
  { weight: 3, arbitrary: fc.constantFrom(...samples) },
  { weight: 3, arbitrary: broken },
  { weight: 1, arbitrary: fc.constantFrom('', ' ', '#x', '#Software: x', '\r') },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      '#Fields: date time c-ip cs-method cs-uri-stem',
      '2001-07-19 16:08:55 192.0.2.7 GET /scripts/root.exe',
    ),
  },
)

/** Logs of the common shape with everything in them that a hostile client, a torn line or another shape may bring. */
export const anyLog: fc.Arbitrary<string> = fc
  .tuple(fc.array(line, { maxLength: 40 }), fc.constantFrom('\n', '\n', '\r\n'), fc.boolean())
  .map(([lines, ending, ended]) => lines.join(ending) + (ended ? ending : ''))
