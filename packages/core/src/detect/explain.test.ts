import { deepEqual, equal, ok } from 'node:assert/strict'
import { test } from 'node:test'
import { readSample } from '../proof/sample.ts'
import { signatures } from '../signatures/index.ts'
import { decode } from './decode.ts'
import { decodeSteps } from './decode-steps.ts'
import { explain } from './explain.ts'
import { rules } from './match.ts'

const ready = rules(signatures)
const line = (request: string) =>
  `192.0.2.7 - - [19/Jul/2001:16:08:55 +0000] "${request}" 404 283 "-" "-"`
const told = (request: string) => explain(readSample(line(request))!, ready)

test('a line with a mark names it first, with every condition held', () => {
  const { marks, trials } = told('GET /scripts/root.exe?/c+dir HTTP/1.0')
  equal(marks[0]?.id, 'nimda-scripts-root')
  equal(trials[0]?.mark, 'nimda-scripts-root')
  ok(trials[0]?.conditions.every(({ outcome }) => outcome === 'holds'))
})

test('a mark that another outdoes says by which', () => {
  const { trials } = told('GET /scripts/root.exe?/c+dir HTTP/1.0')
  deepEqual(trials.find(({ mark }) => mark === 'iis-root-exe')?.outdoneBy, ['nimda-scripts-root'])
})

test('a line without a mark names the nearest one and the condition that failed', () => {
  const { marks, trials } = told('GET /default.htm?NNNNNNNNNNNNNNNNNNNNNNNNNNNNNNNN HTTP/1.0')
  deepEqual(marks, [])
  equal(trials[0]?.mark, 'codered-n-run')
  deepEqual(
    trials[0]?.conditions.filter(({ outcome }) => outcome === 'fails').map(({ field }) => field),
    ['path'],
  )
})

test('an ordinary line is near to nothing', () =>
  deepEqual(told('GET /index.html HTTP/1.1').trials, []))

test('decoding is shown layer by layer, and ends where decoding ends', () => {
  deepEqual(decodeSteps('/scripts/..%%35%63../x', 'slashes'), [
    '/scripts/..%%35%63../x',
    '/scripts/..%5c../x',
    '/scripts/..\\../x',
  ])
  deepEqual(decodeSteps('/a\\x25\\x36\\x31', 'slashes'), ['/a\\x25\\x36\\x31', '/a%61', '/aa'])
  deepEqual(decodeSteps('/plain', 'none'), ['/plain'])
  const nested = '%25'.repeat(40).concat('41')
  equal(decodeSteps(nested, 'none').at(-1), decode(nested))
  ok(decodeSteps(nested, 'none').length <= 10)
})
