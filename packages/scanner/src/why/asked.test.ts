import { deepEqual } from 'node:assert/strict'
import { test } from 'node:test'
import { askedFor } from './asked.ts'

const files = new Set(['access.log', 'C:\\logs\\a.log', 'a:1', 'www.example.org'])
const exists = (name: string) => files.has(name)
const line = '192.0.2.7 - - [19/Jul/2001:16:08:55 +0200] "GET / HTTP/1.0" 200 5'

for (const [what, words, asked] of [
  ['a dash is the standard input', ['-'], { kind: 'input' }],
  ['a line in quotes is a line', [line], { kind: 'line', text: line }],
  ['a line may end like a place', ['a b:7'], { kind: 'line', text: 'a b:7' }],
  [
    'a place is a file and a number',
    ['access.log:12'],
    { kind: 'places', places: [{ file: 'access.log', number: 12 }] },
  ],
  [
    'a place may have a drive letter',
    ['C:\\logs\\a.log:3'],
    { kind: 'places', places: [{ file: 'C:\\logs\\a.log', number: 3 }] },
  ],
  [
    'several places are told one behind the other',
    ['access.log:1', 'gone.log:2'],
    {
      kind: 'places',
      places: [
        { file: 'access.log', number: 1 },
        { file: 'gone.log', number: 2 },
      ],
    },
  ],
  [
    'an address and its logs',
    ['2001:DB8::7', 'access.log', '-'],
    { kind: 'source', source: '2001:db8::7', names: ['access.log', '-'] },
  ],
  [
    'a name of a host and its logs',
    ['dialup-7.example.net', 'access.log'],
    { kind: 'source', source: 'dialup-7.example.net', names: ['access.log'] },
  ],
  [
    'an address alone lacks its logs',
    ['192.0.2.7'],
    {
      kind: 'wrong',
      message: 'name the logs to look in too: redalert why 192.0.2.7 access.log',
    },
  ],
  [
    'a file alone lacks a number or an address',
    ['access.log'],
    {
      kind: 'wrong',
      message:
        'name a line of it, as in access.log:12, or an address before it: redalert why 192.0.2.7 access.log',
    },
  ],
  [
    'a file that is called like a place is a file',
    ['a:1'],
    {
      kind: 'wrong',
      message:
        'name a line of it, as in a:1:12, or an address before it: redalert why 192.0.2.7 a:1',
    },
  ],
  [
    'a line without its quotes',
    line.split(' '),
    {
      kind: 'wrong',
      message: 'put the line in quotes, or name its place: redalert why access.log:12',
    },
  ],
  [
    'a word that is nothing',
    ['nimda!'],
    {
      kind: 'wrong',
      message: 'nimda! is no line, no address, and no place of a line like access.log:12',
    },
  ],
  [
    'a place and something else',
    ['access.log:1', 'access.log'],
    {
      kind: 'wrong',
      message:
        'access.log is no place of a line, like access.log:12, and access.log:1 is no address',
    },
  ],
  [
    'a line number that is none',
    ['access.log:0'],
    {
      kind: 'wrong',
      message: 'access.log:0 is no line, no address, and no place of a line like access.log:12',
    },
  ],
] as const) {
  test(what, () => deepEqual(askedFor(words, exists), asked))
}
