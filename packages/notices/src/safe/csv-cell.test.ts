import { equal, ok } from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { nasty } from '../notice/any-notice.ts'
import { csvCell } from './csv-cell.ts'

test('a formula becomes a text', () => {
  equal(csvCell('=1+1'), '"\'=1+1"')
  equal(csvCell('  @SUM(1)'), '"\'  @SUM(1)"')
  equal(csvCell('＝1+1'), '"\'＝1+1"')
  equal(csvCell('-1'), '"\'-1"')
})

test('quotes are doubled and everything is quoted', () => {
  equal(csvCell('say "no", twice'), '"say ""no"", twice"')
  equal(csvCell(''), '""')
})

test('whatever comes in, a cell ends where it ends and begins no formula', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string({ unit: 'binary' }), nasty), text => {
      const cell = csvCell(text)
      ok(/^"(?:[^"]|"")*"$/.test(cell), cell)
      ok(!/[\r\n\t]/.test(cell), cell)
      ok(!/^"[\s'"]*[=+\-@|%＝＋－＠]/u.test(cell) || cell.startsWith(`"'`), cell)
    }),
  )
})
