import { equal, ok } from 'node:assert/strict'
import { createWriteStream } from 'node:fs'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { test } from 'node:test'
import { findings, folderOf, megabytesOf, redalert, tellingMemory } from './program.ts'
import { codeRed } from './sample-lines.ts'

const sources = 50

/** Lines that all differ and all match, of few sources within one hour. */
function* worms(count: number): Generator<string, void> {
  for (let index = 0; index < count; index++) {
    const [minute, second] = [Math.floor(index / 60) % 60, index % 60].map(part =>
      String(part).padStart(2, '0'),
    )
    yield codeRed(`192.0.2.${index % sources}`, {
      time: `19/Jul/2001:16:${minute}:${second} +0200`,
      tail: `"-" "agent ${index}"`,
    })
  }
}

async function peakOf(count: number): Promise<number> {
  const folder = folderOf({})
  await pipeline(Readable.from(worms(count)), createWriteStream(join(folder, 'a.log')))
  const ran = redalert(folder, ['--json', 'a.log'], tellingMemory)
  equal(findings(ran, 'summary')[0].matched, count)
  equal(findings(ran, 'sighting').length, sources)
  return megabytesOf(ran)
}

test('memory does not grow with the lines of a log', { timeout: 300_000 }, async () => {
  const [few, many] = [await peakOf(20_000), await peakOf(160_000)]
  ok(many < few + 64, `${few} MB for 20,000 lines, ${many} MB for 160,000`)
})
