import { deepEqual, equal, match, ok } from 'node:assert/strict'
import { test } from 'node:test'
import zlib from 'node:zlib'
import * as fc from 'fast-check'
import { chunked, log, readStored } from './stored.ts'

test('binary files are refused: a fault when named, a remark in a folder', async () => {
  const png = Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex')
  const named = await readStored(png)
  deepEqual(named, {
    bytes: Buffer.alloc(0),
    said: [
      {
        kind: 'fault',
        code: 'not-a-log',
        file: 'a.log',
        message: 'a.log is a PNG picture, not a log',
      },
    ],
  })
  equal((await readStored(png, { named: false })).said[0]?.kind, 'remark')
  equal((await readStored(zlib.gzipSync(png))).said[0]?.code, 'not-a-log')
  const sqlite = Buffer.concat([Buffer.from('SQLite format 3\0'), Buffer.alloc(4000)])
  match((await readStored(sqlite)).said[0]?.message ?? '', /SQLite/)
  equal(
    (await readStored(Buffer.from('02000000390000007074732f', 'hex'))).said[0]?.message,
    'a.log is binary data, not a log',
  )
  equal((await readStored(process.execPath)).said[0]?.message, 'a.log is a program, not a log')
})

test('raw bytes in requests do not make a log binary, not even a NUL', async () => {
  const search = Buffer.from(
    `192.0.2.9 - - [x] "SEARCH /${'\x90\x02\xb1'.repeat(9000)}\0" 400 1\n`,
    'latin1',
  )
  deepEqual(await readStored(Buffer.concat([search, search])), {
    bytes: Buffer.concat([search, search]),
    said: [],
  })
})

test('byte order marks are dropped, and UTF-16 becomes UTF-8', async () => {
  const text = 'GET /\u00e9\u20ac\u{1f600}\r\n'.repeat(20_000)
  const utf8 = Buffer.from(text)
  const little = Buffer.from(text, 'utf16le')
  const big = Buffer.from(little).swap16()
  deepEqual(await readStored(Buffer.concat([Buffer.from('\ufeff'), utf8])), {
    bytes: utf8,
    said: [],
  })
  deepEqual(await readStored(Buffer.concat([Buffer.from([0xff, 0xfe]), little])), {
    bytes: utf8,
    said: [],
  })
  deepEqual(await readStored(Buffer.concat([Buffer.from([0xfe, 0xff]), big])), {
    bytes: utf8,
    said: [],
  })
  deepEqual(await readStored(zlib.gzipSync(Buffer.concat([Buffer.from([0xfe, 0xff]), big]))), {
    bytes: utf8,
    said: [],
  })
})

test('UTF-16 is known without a mark, as long as most of it is ASCII', async () => {
  const little = Buffer.from(log.toString('latin1'), 'utf16le')
  deepEqual(await readStored(little), { bytes: log, said: [] })
  deepEqual(await readStored(Buffer.from(little).swap16()), { bytes: log, said: [] })
})

test('UTF-16 round trip, whatever the chunks', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.string({ unit: 'grapheme', minLength: 1 }),
      fc.integer({ min: 1, max: 5 }),
      fc.boolean(),
      async (text, size, isBig) => {
        const little = Buffer.from(`\ufeff${text}`, 'utf16le')
        const stored = isBig ? little.swap16() : little
        const { bytes } = await readStored(
          undefined,
          { path: undefined },
          { input: chunked(stored, size) },
        )
        equal(bytes.toString(), text)
      },
    ),
  )
})

test('the NULs in front of a log that was emptied under its server are left out', async () => {
  for (const size of [512, 100_000, 700_001]) {
    const { bytes, said, first } = await readStored(Buffer.concat([Buffer.alloc(size), log]))
    ok(bytes.equals(log))
    equal(first, size)
    deepEqual(
      said.map(({ kind, code }) => [kind, code]),
      [['remark', 'hole']],
    )
  }
  deepEqual(
    (await readStored(Buffer.alloc(300_000))).said.map(({ code }) => code),
    ['hole'],
  )
})
