import { deepEqual, equal, ok } from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { test } from 'node:test'
import { signatures } from '@redalert/core'
import fc from 'fast-check'
import { exampleHost, exampleNotice } from '../../test/example-notice.ts'
import { xarfValidators } from '../../test/xarf-validators.ts'
import { anyNotice } from '../notice/any-notice.ts'
import { writeXarf } from './xarf.ts'

const validators = xarfValidators()

function typeOf(host = exampleHost()): readonly string[] {
  const { category, type } = writeXarf(host, exampleNotice())
  return [category, type]
}

test('a machine that is infected is reported as one of a botnet', () => {
  deepEqual(typeOf(), ['infrastructure', 'botnet'])
})

test('one that hands out what scanners use too is a compromised server', () => {
  const family = signatures.find(({ class: kind }) => kind === 'scanner')!
  deepEqual(typeOf(exampleHost({ family, ownPayload: true })), [
    'infrastructure',
    'compromised_server',
  ])
})

test('of one about which we ask, only what it did is reported', () => {
  deepEqual(typeOf(exampleHost({ voice: 'asks' })), ['connection', 'vulnerability_scan'])
})

test('time and port are those of the evidence, which is there byte for byte', () => {
  const text =
    '192.0.2.9:51234 - - [04/Aug/2001:14:08:55 +0000] "GET /\xff\x00\x1b HTTP/1.0" 404 283'
  const host = exampleHost({ evidence: { at: exampleHost().first.at, text } })
  const report = writeXarf(host, exampleNotice())
  deepEqual([report.timestamp, report.source_port], ['2001-08-04T14:08:55Z', 51234])
  const [evidence] = report.evidence!
  const bytes = Buffer.from(evidence!.payload, 'base64')
  equal(bytes.toString('latin1'), text)
  equal(evidence!.size, bytes.length)
  equal(evidence!.hash, `sha256:${createHash('sha256').update(bytes).digest('hex')}`)
})

test('tags are spelled as XARF allows', () => {
  deepEqual(writeXarf(exampleHost(), exampleNotice({ tlp: 'AMBER+STRICT' })).tags, [
    'malware:codered-x',
    'cve:cve-2001-0500',
    'tlp:amber+strict',
  ])
})

for (const { name, holds } of validators) {
  test(`${name} finds every report valid, whatever logs and registries say`, () => {
    fc.assert(
      fc.property(anyNotice, notice => {
        for (const host of notice.hosts) {
          const report: unknown = JSON.parse(JSON.stringify(writeXarf(host, notice)))
          ok(holds(report), JSON.stringify(report))
        }
      }),
      { numRuns: 30 },
    )
  })

  test(`${name} finds a report invalid that lacks or breaks what XARF needs, or this proves nothing`, () => {
    const report = { ...writeXarf(exampleHost(), exampleNotice()) } as Record<string, unknown>
    ok(holds(report))
    for (const needed of [
      'report_id',
      'timestamp',
      'reporter',
      'category',
      'compromise_evidence',
    ]) {
      const { [needed]: _, ...rest } = report
      equal(holds(rest), false, needed)
    }
    for (const broken of [
      { type: 'worm' },
      { source_port: 0 },
      { tags: ['Code Red'] },
      { report_id: '1' },
      { timestamp: 'now' },
    ])
      equal(holds({ ...report, ...broken }), false, JSON.stringify(broken))
  })
}
