import { deepEqual, equal, ok } from 'node:assert/strict'
import { tmpdir } from 'node:os'
import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { test } from 'node:test'
import { documents } from '../scripts/documents.js'
import { filesBelow } from '../scripts/files.js'
import { root } from '../scripts/root.js'
import { played, withoutTimes } from '../scripts/sessions.js'

const unix = { skip: process.platform === 'win32' && 'the sessions need bash' }

for (const { file, written } of documents) {
  test(`${file} shows what the program says ("npm run docs" writes it anew)`, unix, () => {
    equal(written(), readFileSync(join(root, file), 'utf8'))
  })
}

test('every link within the repository leads to something', () => {
  const pages = ['README.md', 'GUIDE.md', 'CONTRIBUTING.md', ...filesBelow('docs', '.md')]
  const links = pages.flatMap(page =>
    [...readFileSync(join(root, page), 'utf8').matchAll(/\]\(([^)#:]+)[^)]*\)/g)].map(
      ([, target]) => ({ page, target: target! }),
    ),
  )
  ok(links.length > 30, `${links.length} links`)
  deepEqual(
    links.filter(({ page, target }) => !existsSync(join(root, dirname(page), target))),
    [],
  )
})

test('README.md and GUIDE.md hold sessions, on Linux and on Windows', () => {
  const readme = readFileSync(join(root, 'README.md'), 'utf8')
  const guide = readFileSync(join(root, 'GUIDE.md'), 'utf8')
  ok(readme.includes('\n$ npm start\nYour machines\n'))
  ok(guide.split('```console').length > 10)
  ok(
    guide.includes(
      '\nPS C:\\inetpub\\logs\\LogFiles> redalert W3SVC1\\ex*.log\nCode Red, infected',
    ),
  )
})

test('a session that shows something else is written anew, and nothing else is', unix, () => {
  const text =
    'before\n```console\n$ echo a; false\nb\n$ echo $?\n```\nbehind\n```sh\n$ no session\n```\n'
  equal(
    played(text, tmpdir),
    'before\n```console\n$ echo a; false\na\n$ echo $?\n1\n```\nbehind\n```sh\n$ no session\n```\n',
  )
})

test('a session on Windows is run where its paths lead to here', unix, () => {
  const text = '```console\nPS C:\\> echo logs\\a.log\n```\n'
  equal(played(text, tmpdir), '```console\nPS C:\\> echo logs\\a.log\nlogs\\a.log\n```\n')
})

test('how long something took does not count', () => {
  equal(
    withoutTimes('Read 1.2 MB in 0.4 s: 3 lines/s\n'),
    withoutTimes('Read 1.2 MB in 3 min 2 s: 1 lines/s\n'),
  )
  ok(withoutTimes('Read 1.2 MB in 0.4 s\n') !== withoutTimes('Read 1.3 MB in 0.4 s\n'))
})
