import { equal, ok } from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { mailText } from './mail-text.ts'
import { shortenRuns } from './runs.ts'

const shorten = (text: string) => shortenRuns(mailText(text))

test('what is repeated is written once, with how often', () => {
  equal(shorten(`/default.ida?${'N'.repeat(224)}%u9090`), '/default.ida?N{224}%u9090')
  equal(shorten('%u9090'.repeat(12)), '(%u9090){12}')
  equal(shorten('\\xb1\\x02'.repeat(900)), '(\\xb1\\x02){900}')
})

test('what is short stays as it is', () => {
  for (const text of ['', 'a', '/../../../../', 'NNNNNNN', '日本語']) equal(shorten(text), text)
})

test('written out again, it is the text', () => {
  const letter = fc.constantFrom('a', 'b', '😀', '😁')
  const run = fc.tuple(
    fc.string({ unit: letter, minLength: 1, maxLength: 4 }),
    fc.integer({ min: 1, max: 20 }),
  )
  fc.assert(
    fc.property(fc.array(run), runs => {
      const text = runs.map(([unit, times]) => unit.repeat(times)).join('')
      const written = shorten(text)
        .replaceAll(/\(([^)]+)\)\{(\d+)\}/g, (_, unit: string, times) => unit.repeat(Number(times)))
        .replaceAll(/(.)\{(\d+)\}/gu, (_, unit: string, times) => unit.repeat(Number(times)))
      equal(written, text)
    }),
  )
})

test('the time grows with the length only', () => {
  const time = (text: string) => {
    const start = performance.now()
    shorten(text)
    return performance.now() - start
  }
  const long = `${'abcdefg'.repeat(7)}h`.repeat(4000)
  time(long)
  ok(time(long.repeat(4)) < 40 * Math.max(1, time(long)))
})
