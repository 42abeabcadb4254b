import { equal, ok } from 'node:assert/strict'
import { test } from 'node:test'
import { anyCollector } from '../submit/any-collector.ts'
import { besides } from './besides.ts'
import { folderOf, megabytesOf, tellingMemory } from './program.ts'
import { codeRed, visitor } from './sample-lines.ts'

test('a log of any length is taken up in flat memory', async () => {
  const collector = await anyCollector()
  const peaks: number[] = []
  for (const machines of [30_000, 60_000]) {
    const lines = Array.from({ length: machines }, (_, at) =>
      codeRed(`192.${88 + (at >> 16)}.${(at >> 8) & 255}.${at & 255}`),
    )
    const folder = folderOf({
      'access.log': lines.map(line => `${line}${visitor.repeat(5)}`).join(''),
    })
    const words = ['watch', '--once', '--to', collector.url, 'access.log']
    const ran = await besides(words, {
      folder,
      env: { NODE_OPTIONS: `${tellingMemory.env!.NODE_OPTIONS} --max-old-space-size=64` },
    })
    equal(ran.code, 0, ran.told)
    peaks.push(megabytesOf(ran))
  }
  const [small = 0, large = 0] = peaks
  ok(large < small * 1.2, `${small} MB, then ${large} MB`)
})
