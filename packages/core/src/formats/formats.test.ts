import { deepEqual, equal, ok } from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { LogFormat } from './format.ts'
import { formats } from './formats.ts'
import { type Reading, readLine } from './read-line.ts'
import type { Sample } from './sample.ts'
import { stepsOf } from './scan.ts'
import { w3cSamples } from './w3c.ts'
import type { Header } from './w3c-header.ts'

const all: readonly (readonly [name: string, samples: readonly Sample[]])[] = [
  ...formats.map(({ name, samples }) => [name, samples] as const),
  ['w3c', w3cSamples],
]

function headerOf({ header = [] }: Sample): Header | undefined {
  let known: Header | undefined
  for (const line of header) {
    const reading = readLine(line, known ? { header: known } : {})
    ok(reading.kind === 'header', line)
    known = reading.header
  }
  return known
}

function read(line: string, header?: Header, format?: LogFormat): Reading {
  return readLine(line, { ...(header && { header }), ...(format && { format }) })
}

for (const [name, samples] of all) {
  test(`${name} has samples`, () => ok(samples.length > 1))
  for (const [index, sample] of samples.entries()) {
    const header = headerOf(sample)
    const { line, entry, event } = sample

    test(`${name}: sample ${index + 1} reads as it says`, () => {
      const reading = read(line, header)
      equal(reading.kind, event ? 'event' : 'entry', JSON.stringify(reading))
      if (reading.kind !== 'entry') return
      equal(reading.format.name, name)
      for (const [field, value] of Object.entries(entry ?? {})) {
        equal(reading.entry[field as keyof typeof reading.entry], value, field)
      }
    })

    test(`${name}: sample ${index + 1} belongs to no other shape`, () => {
      const others = formats.filter(format => format.name !== name)
      const takers = others.filter(format => read(line, undefined, format).kind !== 'unread')
      deepEqual(
        takers.map(format => format.name),
        [],
      )
    })

    if (!event) {
      test(`${name}: sample ${index + 1} reads the same when its entry is written`, () => {
        const reading = read(line, header)
        ok(reading.kind === 'entry')
        const again = read(reading.format.write(reading.entry), header)
        deepEqual(again.kind === 'entry' ? { ...again.entry, at: '' } : again, {
          ...reading.entry,
          at: '',
        })
      })
    }
  }
}

const pieces = fc.constantFrom(
  '"',
  '[',
  ']',
  '\\',
  '\\"',
  ' ',
  '\t',
  ',',
  ', ',
  '{',
  '}',
  ':',
  '-',
  '- - ',
  '192.0.2.7',
  '2001:db8::7',
  'GET ',
  ' HTTP/1.0',
  '[19/Jul/2001:16:08:55 +0200] "',
  '[Wed Dec 07 01:10:12 2005] [error] [client 192.0.2.7] ',
  '2021/12/01 13:53:33 [error] 1#1: *1 ',
  ', client: 192.0.2.7',
  ', request: "',
  '#Fields: ',
  '%',
  '%u9090',
  '\0',
  '\u00ff',
  '404',
  'W3SVC1',
  '{"remote_ip":"',
  '2001-07-19 16:08:55 ',
)
const hostile = fc
  .array(fc.oneof(pieces, fc.string({ maxLength: 5 })), { maxLength: 60 })
  .map(parts => parts.join(''))
const header: Header = {
  fields: ['date', 'time', 'c-ip', 'cs-method', 'cs-uri-stem', 'cs-uri-query'],
}

test('nothing makes a format throw, and a written entry is read again', () => {
  fc.assert(
    fc.property(hostile, fc.boolean(), (line, below) => {
      const reading = read(line, below ? header : undefined)
      if (reading.kind !== 'entry') return
      const { source, at } = reading.entry
      ok(source.length > 0 && at.length === 20)
    }),
    { numRuns: 3000 },
  )
})

/** Each shape walks over a long hostile line a bounded number of times, whatever is in it. */
const longest = 64 * 1024
const starts = ['', ...all.flatMap(([, samples]) => samples.map(({ line }) => line.slice(0, 60)))]
const fillers = [
  '"',
  '[',
  ']',
  '\\',
  '\\"',
  '" ',
  ' ',
  '[19/Jul/2001:16:08:55 +0200] "',
  '[19/Jul/2001:16:08:55',
  ', client: ',
  ', request: "',
  '{"',
  '"a":',
  '[Wed Dec 07 01:10:12 2005] ',
  ' [',
  'x',
  '%u9090',
  ', ',
  '-',
]

test('64 KiB of hostile bytes cost a bounded number of steps', () => {
  let most = 0
  for (const start of starts) {
    for (const filler of fillers) {
      const line = (start + filler.repeat(longest)).slice(0, longest)
      const steps = stepsOf(() => read(line, header))
      most = Math.max(most, steps / longest)
      ok(steps < 100 * longest, `${Math.round(steps / longest)} steps a byte: ${start} … ${filler}`)
    }
  }
  ok(most > 1, 'no step was counted')
})
