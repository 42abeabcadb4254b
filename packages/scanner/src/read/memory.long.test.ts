import { equal, ok } from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { createWriteStream, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { after, test } from 'node:test'
import zlib from 'node:zlib'

const folder = mkdtempSync(join(tmpdir(), 'redalert-bomb-'))
after(() => rmSync(folder, { recursive: true }))

const megabytes = 200

/** Reads one log and tells how much memory that took, above what Node and the reader took before. */
const reader = `
  import { readLines } from ${JSON.stringify(new URL('read-lines.ts', import.meta.url).href)}
  const before = process.memoryUsage.rss()
  let [lines, cut, most] = [0, 0, 0]
  const log = { kind: 'log', name: 'bomb', path: process.argv[1], size: 0, modified: undefined, named: true }
  for await (const batch of readLines(log)) {
    if (batch.kind !== 'lines') throw new Error(batch.message)
    lines += batch.lines.length
    cut += batch.lines.filter(line => line.cut).length
    most = Math.max(most, process.memoryUsage.rss() - before)
  }
  console.log(JSON.stringify({ lines, cut, most }))
`

const packers = {
  gzip: () => zlib.createGzip(),
  ...('createZstdCompress' in zlib && { zstd: () => zlib.createZstdCompress() }),
}

for (const [packing, packer] of Object.entries(packers)) {
  for (const [what, content] of Object.entries({ 'one line': 'x', 'short lines': 'abcdefghi\n' })) {
    test(`a ${packing} bomb of ${megabytes} MB in ${what} is read in little memory`, async () => {
      const path = join(folder, `${packing} ${what}`)
      const megabyte = Buffer.alloc(1_000_000, content)
      await pipeline(
        Readable.from(Array.from({ length: megabytes }, () => megabyte)),
        packer(),
        createWriteStream(path),
      )
      const { stdout, stderr } = spawnSync(
        process.execPath,
        [...process.execArgv, '--input-type=module', '-e', reader, path],
        { encoding: 'utf8' },
      )
      equal(stderr, '')
      const { lines, cut, most } = JSON.parse(stdout)
      equal(lines, what === 'one line' ? 1 : megabytes * 100_000)
      equal(cut, what === 'one line' ? 1 : 0)
      ok(most < 64 * 1024 * 1024, `${Math.round(most / 1024 / 1024)} MB more`)
    })
  }
}
