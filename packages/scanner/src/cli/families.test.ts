import { deepEqual, doesNotMatch, equal, match, ok } from 'node:assert/strict'
import { test } from 'node:test'
import { familiesMarkdown, signatures, surest } from '@redalert/core'
import { findings, folderOf, redalert } from './program.ts'

const folder = folderOf({})
const run = (...words: readonly string[]) => redalert(folder, ['families', ...words])

test('all families stand in a table that fits a terminal, and it is counted what a log can show of them', () => {
  const { code, out, told } = run()
  deepEqual([code, told], [0, ''])
  for (const { id } of signatures) match(out, new RegExp(`^${id} +(?:infected|likely|probe) `, 'm'))
  const lines = out.split('\n')
  equal(
    lines.find(line => line.length > 80),
    undefined,
  )
  const infected = signatures.filter(signature => surest(signature) === 'infected').length
  ok(out.includes(`${signatures.length} families.`))
  ok(out.replaceAll('\n', ' ').includes(`that the sender is infected for ${infected},`))
})

test('one family is told whole: its dossier, its conditions, what proves what', () => {
  const { code, out } = run('nimda')
  equal(code, 0)
  match(out, /^Nimda \(nimda\)/)
  for (const part of [
    /^ {2}Hole +CVE-2000-0884/m,
    /^ {2}To clean /m,
    /^ {2}To patch /m,
    /^ {2}infected +/m,
    /^ {2}nimda-c {2}\(\d+ lines? for it, \d+ against\)$/m,
    /^ {4}its path is "\/c\/winnt\/system32\/cmd\.exe"$/m,
    /^ {4}its query starts with "\/c dir", or is not logged$/m,
    /^ {4}its user agent is empty or not there$/m,
  ])
    match(out, part)
})

test("no byte of a worm's code reaches the terminal", () => {
  const { out } = run('codered-n')
  match(out, /its query starts with "N", 224 times over/)
  match(out, /\\u9090\\u6858/)
  doesNotMatch(out, /[^\n\x20-\x7e–…✓✗]/)
})

test('a mistyped id names the nearest, and the code is 2', () => {
  deepEqual(run('nimbda'), {
    code: 2,
    out: '',
    told: 'redalert: families: nimbda is not known: did you mean nimda?\n',
  })
})

test('as JSON, each family is what its file holds', () => {
  deepEqual(findings(run('--json')), JSON.parse(JSON.stringify(signatures)))
  deepEqual(
    findings(run('--json', 'nimda')).map(({ id }) => id),
    ['nimda'],
  )
})

test('as markdown, they are the page of the docs', () => {
  equal(run('--markdown').out, familiesMarkdown(signatures))
})
