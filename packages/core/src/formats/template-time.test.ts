import { equal, ok } from 'node:assert/strict'
import { test } from 'node:test'
import { redact } from '../detect/redact.ts'
import { readEvidence } from './read-evidence.ts'
import { readLine } from './read-line.ts'
import { template } from './template.ts'

const known = '2001-07-19T14:08:55Z known'
const assumed = '2001-07-19T16:08:55Z assumed'

for (const [format, line, time] of [
  [
    '%{%Y-%m-%d %H:%M:%S}t %a "%r" %>s',
    '2001-07-19 16:08:55 192.0.2.7 "GET /x HTTP/1.0" 404',
    assumed,
  ],
  [
    '%{%Y-%m-%d %H:%M:%S %z}t %a "%r" %>s',
    '2001-07-19 16:08:55 +0200 192.0.2.7 "GET /x HTTP/1.0" 404',
    known,
  ],
  ['%a %{%F %T}t %r', '192.0.2.7 2001-07-19 16:08:55 GET /x HTTP/1.0', assumed],
  ['%a %{%d/%b/%Y:%T %z}t %r', '192.0.2.7 19/Jul/2001:16:08:55 +0200 GET /x HTTP/1.0', known],
  ['%{%Y-%m-%d}t %{%T}t %a %r', '2001-07-19 16:08:55 192.0.2.7 GET /x HTTP/1.0', assumed],
  ['%a [%{sec}t] "%r"', '192.0.2.7 [995551735] "GET /x HTTP/1.0"', known],
  ['%a %{msec}t|"%r"|%>s', '192.0.2.7 995551735000|"GET /x HTTP/1.0"|404', known],
  ['[%{%c}t] %a "%r"', '[Thu Jul 19 16:08:55 2001] 192.0.2.7 "GET /x HTTP/1.0"', assumed],
  ['%{%FT%T%z}t %a "%r"', '2001-07-19T16:08:55+0200 192.0.2.7 "GET /x HTTP/1.0"', known],
  [
    '$remote_addr $time_local "$request" $status',
    '192.0.2.7 19/Jul/2001:16:08:55 +0200 "GET /x HTTP/1.0" 404',
    known,
  ],
  [
    '$remote_addr [$time_local] "$request" $status',
    '192.0.2.7 [19/Jul/2001:16:08:55 +0200] "GET /x HTTP/1.0" 404',
    known,
  ],
] as const) {
  test(`${format} reads its time, and its evidence reads alike`, () => {
    const made = template(format)
    ok(!('wrong' in made), JSON.stringify(made))
    const reading = readLine(line, { format: made })
    ok(reading.kind === 'entry', JSON.stringify(reading))
    const { entry } = reading
    equal(`${entry.at} ${entry.clock}`, time)
    equal(`${entry.source} ${entry.target}`, '192.0.2.7 /x')
    const again = readEvidence(redact(reading, 'target'))
    equal(again?.entry.at, entry.at)
    const written = readLine(made.write(entry), { format: made })
    equal(written.kind === 'entry' && written.entry.at, entry.at)
  })
}

test('a date behind its time is no time', () => {
  const made = template('%{%T}t %{%F}t %a %r')
  ok(!('wrong' in made))
  const reading = readLine('16:08:55 2001-07-19 192.0.2.7 GET /x HTTP/1.0', { format: made })
  equal(reading.kind === 'unread' && reading.reason, 'no-time')
})
