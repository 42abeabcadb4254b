import { deepEqual, equal, ok } from 'node:assert/strict'
import { test } from 'node:test'
import { readEvidence, readLine } from '../formats/index.ts'
import { identify } from '../model/identity.ts'
import { signatures } from '../signatures/index.ts'
import { match, rules } from './match.ts'
import { redact } from './redact.ts'

const ready = rules(signatures)
const samples = signatures.flatMap(({ marks }) =>
  Object.values(marks).flatMap(({ samples }) => samples.positive),
)

test('whoever reads redacted evidence finds the very mark, payload and request', () => {
  let compared = 0
  for (const line of samples) {
    const reading = readLine(line)
    ok(reading.kind === 'entry', line)
    for (const mark of match(reading.entry, ready)) {
      const again = readEvidence(redact(reading, mark.field))
      ok(again, line)
      const found = match(again.entry, ready).find(
        ({ id, field }) => id === mark.id && field === mark.field,
      )
      deepEqual(found, mark, line)
      equal(identify(again.entry, mark.field), identify(reading.entry, mark.field))
      compared++
    }
  }
  ok(compared > 150, String(compared))
})

test('redacted evidence still says that it is a scanner', () => {
  const reading = readLine(
    '192.0.2.7 - me [24/Apr/2022:07:13:11 +0000] "GET /HNAP1/ HTTP/1.1" 404 488 "http://www.example.org/" "Mozilla/5.0 zgrab/0.x"',
  )
  ok(reading.kind === 'entry')
  const again = readEvidence(redact(reading, 'target'))
  deepEqual(again && match(again.entry, ready).map(({ id }) => id), ['hnap-get', 'scanner-agent'])
})
