import { equal } from 'node:assert/strict'
import { test } from 'node:test'
import { murmur3 } from './murmur3.ts'

/** From the reference implementation's users: smhasher and the vectors of Ian Boyd. */
const vectors: readonly (readonly [text: string, seed: number, hash: number])[] = [
  ['', 0, 0],
  ['', 1, 0x514e28b7],
  ['', 0xffffffff, 0x81f16f39],
  ['\xff\xff\xff\xff', 0, 0x76293b50],
  ['!Ce\x87', 0, 0xf55b516b],
  ['!Ce\x87', 0x5082edee, 0x2362f9de],
  ['!Ce', 0, 0x7e4a8634],
  ['!C', 0, 0xa0f7b07a],
  ['!', 0, 0x72661cf4],
  ['\0\0\0\0', 0, 0x2362f9de],
  ['\0', 0, 0x514e28b7],
  ['aaaa', 0x9747b28c, 0x5a97808a],
  ['abcd', 0x9747b28c, 0xf0478627],
  ['Hello, world!', 0x9747b28c, 0x24884cba],
  ['The quick brown fox jumps over the lazy dog', 0x9747b28c, 0x2fa826cd],
]

for (const [text, seed, hash] of vectors) {
  test(`murmur3 of ${JSON.stringify(text)} with seed ${seed}`, () =>
    equal(murmur3(text, seed), hash))
}
