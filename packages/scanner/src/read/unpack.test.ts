import { deepEqual, match, ok } from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { test } from 'node:test'
import zlib from 'node:zlib'
import * as fc from 'fast-check'
import { line, log, noise, readStored } from './stored.ts'
import { knowsZstd } from './unzstd.ts'

const zstd = { skip: !knowsZstd && 'this Node has no zstd' }

test('gzip is told by its content, whatever its name, with as many members as it has', async () => {
  deepEqual(await readStored(zlib.gzipSync(log)), { bytes: log, said: [] })
  const members = [log, Buffer.alloc(0), noise, Buffer.from('end')]
  deepEqual(await readStored(Buffer.concat(members.map(member => zlib.gzipSync(member)))), {
    bytes: Buffer.concat(members),
    said: [],
  })
})

test('gzip with a name, a comment, an extra field and a header sum', async () => {
  const plain = zlib.gzipSync(log)
  const header = Buffer.from([0x1f, 0x8b, 8, 2 | 4 | 8 | 16, 0, 0, 0, 0, 0, 3])
  const fields = Buffer.from('\x03\0abcaccess.log\0a comment\0ss', 'latin1')
  const packed = Buffer.concat([header, fields, plain.subarray(10)])
  deepEqual(await readStored(packed), { bytes: log, said: [] })
  deepEqual(await readStored(Buffer.concat([packed, packed])), {
    bytes: Buffer.concat([log, log]),
    said: [],
  })
})

test('a gzip file cut off anywhere gives what gzip -d gives, and then a fault', async () => {
  const packed = Buffer.concat([zlib.gzipSync(noise), zlib.gzipSync(log)])
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 2, max: packed.length - 1 }), async size => {
      const cut = packed.subarray(0, size)
      const { bytes, said } = await readStored(cut)
      const whole = Buffer.concat([noise, log])
      ok(whole.subarray(0, bytes.length).equals(bytes))
      if (size === zlib.gzipSync(noise).length) return deepEqual(said, [])
      deepEqual(
        said.map(({ kind, code }) => [kind, code]),
        [['fault', 'truncated']],
      )
      match(
        said[0]?.message ?? '',
        new RegExp(`ends early: ${bytes.length} bytes were read; the rest is missing`),
      )
      const peer = gzipReads(cut)
      if (peer) ok(bytes.length >= peer.length, `${bytes.length} of ${peer.length}`)
    }),
    { numRuns: 25 },
  )
})

test('a damaged gzip file gives what stands before the damage, and a fault', async () => {
  const packed = zlib.gzipSync(noise)
  for (const at of [packed.length - 6, packed.length - 2, packed.length >> 1]) {
    const damaged = Buffer.from(packed)
    damaged[at] = (damaged[at] ?? 0) ^ 0xff
    const { said } = await readStored(damaged)
    deepEqual(
      said.map(({ kind, code }) => [kind, code]),
      [['fault', 'corrupt']],
    )
  }
  const { said } = await readStored(
    Buffer.concat([packed, Buffer.from([0x1f, 0x8b, 9, 0, 0, 0, 0, 0, 0, 0, 0])]),
  )
  deepEqual(
    said.map(({ kind, code }) => [kind, code]),
    [['fault', 'corrupt']],
  )
})

test('bytes behind the last gzip member are left out and remarked upon, and nothing before them is lost', async () => {
  for (const trailing of ['x', '\0\0\0\0', 'garbage here and more', '\x1f', line]) {
    for (const whole of [log, noise]) {
      const { bytes, said } = await readStored(
        Buffer.concat([zlib.gzipSync(whole), Buffer.from(trailing, 'latin1')]),
      )
      ok(bytes.equals(whole))
      deepEqual(
        said.map(({ kind, code }) => [kind, code]),
        [['remark', 'trailing-bytes']],
      )
    }
  }
})

test('zstd, with as many frames as it has, skippable ones too', zstd, async () => {
  const [one, other] = [zlib.zstdCompressSync(noise), zlib.zstdCompressSync(log)]
  const skip = Buffer.from([0x5a, 0x2a, 0x4d, 0x18, 4, 0, 0, 0, 1, 2, 3, 4])
  deepEqual(await readStored(one), { bytes: noise, said: [] })
  deepEqual(await readStored(Buffer.concat([skip, one, skip, other])), {
    bytes: Buffer.concat([noise, log]),
    said: [],
  })
})

test('a zstd file that is cut off, damaged or followed by other bytes', zstd, async () => {
  const packed = zlib.zstdCompressSync(noise)
  const codes = async (bytes: Buffer): Promise<unknown> =>
    (await readStored(bytes)).said.map(({ kind, code }) => [kind, code])
  deepEqual(await codes(packed.subarray(0, packed.length >> 1)), [['fault', 'truncated']])
  deepEqual(await codes(packed.subarray(0, 3)), [])
  const damaged = Buffer.from(packed)
  damaged.fill(0xff, packed.length >> 1, (packed.length >> 1) + 50)
  deepEqual(await codes(damaged), [['fault', 'corrupt']])
  for (const trailing of ['x', 'garbage here']) {
    const { bytes, said } = await readStored(Buffer.concat([packed, Buffer.from(trailing)]))
    ok(bytes.equals(noise))
    deepEqual(
      said.map(({ code }) => code),
      ['trailing-bytes'],
    )
  }
})

test('zstd that would take too much memory is left to its own program', zstd, async () => {
  // A frame header that asks for a window of 2 GiB.
  const { said } = await readStored(
    Buffer.concat([Buffer.from('28b52ffd00a8', 'hex'), Buffer.alloc(50)]),
  )
  deepEqual(
    said.map(({ code }) => code),
    ['packed'],
  )
  match(said[0]?.message ?? '', /with zstd -d --long=31$/)
})

test('a Node without zstd says so', { skip: knowsZstd && 'this Node has zstd' }, async () => {
  const { said } = await readStored(Buffer.from('28b52ffd0458', 'hex'))
  deepEqual(
    said.map(({ kind, code }) => [kind, code]),
    [['fault', 'no-zstd']],
  )
  match(said[0]?.message ?? '', /use Node 22.15 or newer, or unpack it with zstd -d$/)
})

test('what we do not unpack is refused with the command that does', async () => {
  const bytes = {
    xz: 'fd377a585a00',
    bz2: '425a683931415926535900',
    zip: '504b0304',
    '7z': '377abcaf271c',
    Z: '1f9d90',
    lz4: '04224d18',
  }
  for (const hex of Object.values(bytes)) {
    const { said } = await readStored(Buffer.from(`${hex}0001020304`, 'hex'))
    deepEqual(
      said.map(({ kind, code }) => [kind, code]),
      [['fault', 'packed']],
    )
    match(said[0]?.message ?? '', /unpack it first, with \w/)
  }
  const tar = Buffer.alloc(1024)
  tar.write('access.log')
  tar.write('ustar', 257)
  match(
    (await readStored(zlib.gzipSync(tar))).said[0]?.message ?? '',
    /is a tar archive: unpack it first, with tar -xf/,
  )
  match(
    (await readStored(zlib.gzipSync(zlib.gzipSync(log)))).said[0]?.message ?? '',
    /packed twice/,
  )
})

function gzipReads(bytes: Buffer): Buffer | undefined {
  try {
    return execFileSync('sh', ['-c', 'gzip -dc 2>/dev/null || true'], {
      input: bytes,
      maxBuffer: 2 ** 28,
    })
  } catch {
    return undefined
  }
}
