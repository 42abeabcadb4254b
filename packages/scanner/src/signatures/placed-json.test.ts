import { deepEqual, equal, ok } from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { readPlacedJson } from './placed-json.ts'

const family = `{
  "id": "x",
  "marks": {
    "m": { "when": { "path": [{ "is": "/x" }] } }
  },
  "proves": [
    { "grade": "probe" }
  ]
}`

for (const [what, path, position] of [
  ['a field is where its name stands', ['marks', 'm', 'when', 'path'], '4:22'],
  ['an item of a list is where it begins', ['marks', 'm', 'when', 'path', 0], '4:31'],
  ['a field of an item is where its name stands', ['proves', 0, 'grade'], '7:7'],
  ['what is missing is looked for in what would hold it', ['proves', 0, 'because'], '7:5'],
  ['the whole begins with the file', [], '1:1'],
  ['a place that cannot be is the nearest above', ['id', 'deeper', 3], '2:3'],
] as const) {
  test(what, () => {
    const read = readPlacedJson(family)
    ok('value' in read)
    const { line, column } = read.positionOf(path)
    equal(`${line}:${column}`, position)
  })
}

for (const [what, text, position, problem] of [
  ['nothing', '', '1:1', /value must stand/],
  ['a file that ends early', '{\n  "a": 1', '2:9', /ends in the middle/],
  ['a missing comma', '{\n  "a": 1\n  "b": 2 }', '3:3', /comma is missing/],
  ['a trailing comma', '{ "a": 1, }', '1:11', /a comma stands before/],
  ['a missing colon', '{ "a" 1 }', '1:7', /colon is missing/],
  ['a name without quotes', '{ a: 1 }', '1:3', /no JSON/],
  ['single quotes', "{ 'a': 1 }", '1:3', /no JSON/],
  ['a comment', '{\r\n// why\r\n"a": 1 }', '2:1', /no comments/],
  ['a line break in a text', '{ "a": "x\ny" }', '1:8', /does not end on its line/],
  ['a bad escape', '{ "a": "\\x41" }', '1:8', /no such escape/],
  ['something behind the end', '{ "a": 1 }\n{}', '2:1', /ends before this/],
  ['a name given twice', '{ "a": { "b": 1, "b": 2 } }', '1:18', /"b" stands here a second time/],
  ['an abyss', '['.repeat(100_000), '1:51', /nested more than 50 deep/],
] as const) {
  test(`${what} is told with its place`, () => {
    const read = readPlacedJson(text)
    ok('mistakes' in read, 'it was read')
    const { line, column, problem: told } = read.mistakes[0]!
    equal(`${line}:${column}`, position, told)
    ok(problem.test(told), told)
  })
}

test('what it reads is what JSON.parse reads, and it never throws', () => {
  fc.assert(
    fc.property(fc.oneof(fc.json(), fc.string(), fc.string({ unit: 'binary' })), text => {
      const read = readPlacedJson(text)
      if ('mistakes' in read) ok(read.mistakes.length > 0)
      else deepEqual(read.value, JSON.parse(text))
    }),
  )
})

test('every text that JSON.parse refuses is refused', () => {
  fc.assert(
    fc.property(
      fc.json(),
      fc.nat(),
      fc.constantFrom('', '"', '{', ',', ':', '\n', "'", 'x'),
      (json, at, put) => {
        const text =
          json.slice(0, at % (json.length + 1)) + put + json.slice((at % (json.length + 1)) + 1)
        const read = readPlacedJson(text)
        let right: unknown
        try {
          right = JSON.parse(text)
        } catch {
          ok('mistakes' in read, text)
          return
        }
        if ('value' in read) deepEqual(read.value, right)
      },
    ),
  )
})
