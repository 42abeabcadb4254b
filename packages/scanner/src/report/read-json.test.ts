import { deepEqual, equal } from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { Finding } from '../finding.ts'
import { writeJson } from './json.ts'
import { readJson } from './read-json.ts'

const fault: Finding = { kind: 'fault', code: 'empty', file: 'a.log', message: 'a.log is empty' }

for (const { line, wrong } of [
  {
    line: '',
    wrong: 'line 7 is not what redalert --json writes: it must be an object with a kind',
  },
  {
    line: '{"kind":"sighting"',
    wrong: 'line 7 is not what redalert --json writes: it must be an object with a kind',
  },
  {
    line: '[]',
    wrong: 'line 7 is not what redalert --json writes: it must be an object with a kind',
  },
  {
    line: '{"kind":"sight"}',
    wrong: 'line 7 is of a kind that this version does not know: "sight"',
  },
  {
    line: '{"kind":"__proto__"}',
    wrong: 'line 7 is of a kind that this version does not know: "__proto__"',
  },
  { line: '{"kind":"unread","file":"a","line":1}', wrong: 'line 7: unread lacks reason' },
  {
    line: '{"kind":"unread","file":"a","line":-1,"reason":""}',
    wrong: 'line 7: unread.line must be a whole number, not -1',
  },
  {
    line: '{"kind":"unread","file":"a","line":1,"reason":"","by":"x"}',
    wrong: 'line 7: unread has a field "by" that this version does not know',
  },
  {
    line: '{"kind":"redalert","schema":2,"sensor":"","zone":null,"signatures":""}',
    wrong: 'line 7: redalert.schema must be 1: this version reads no other, not 2',
  },
  {
    line: '{"kind":"coverage","sensor":"","hours":{"2001-07-19T25":1},"listens":null,"signatures":""}',
    wrong:
      'line 7: a name in coverage.hours must be a UTC hour like 2001-07-19T14, not "2001-07-19T25"',
  },
]) {
  test(`a wrong line is told: ${wrong}`, () => deepEqual(readJson(line, 7), { wrong }))
}

test('any text is read or refused, and never thrown at', () => {
  fc.assert(fc.property(fc.oneof(fc.string(), fc.json()), line => void readJson(line, 1)))
  fc.assert(
    fc.property(
      fc.jsonValue(),
      value => 'wrong' in readJson(JSON.stringify({ ...fault, file: [value] }), 1),
    ),
  )
})

test('bytes are written as the text they mean, and as bytes where they mean none', () => {
  const answered = (text: string): Finding => ({ kind: 'answered', file: 'a.log', line: 1, text })
  equal(writeJson(answered('\xc3\xa9')), '{"kind":"answered","file":"a.log","line":1,"text":"é"}')
  equal(
    writeJson(answered('\xe9\x1b')),
    '{"kind":"answered","file":"a.log","line":1,"text":"é\\u001b","encoding":"latin1"}',
  )
})
