import { isNeedless, type Literals } from '@redalert/core'
import { fillMasks, fillPairMasks } from './masks.ts'

/** Where the tables stand in the sieve's memory; sieve.as.ts names the same places. */
const places = {
  requestMasks: 1024,
  headerMasks: 1280,
  requestWindows: 2048,
  headerWindows: 10_240,
  needless: 18_432,
  hex: 18_688,
  octets: 19_456,
}

/** More windows than these are spread over two sets of groups. */
const windowsOfOneSet = 24

/** Whether the windows of a request need two sets of groups. */
export function needsTwoSets({ request }: Literals): boolean {
  return request.texts.length > windowsOfOneSet
}

/** Fills the tables by which the sieve knows what may accuse. */
export function fillTables(memory: Uint8Array, literals: Literals): void {
  const { request, headers } = literals
  fillMasks(memory, places.requestMasks, needsTwoSets(literals) ? 2 : 1, request.texts)
  fillWindows(memory, places.requestWindows, request.texts)
  if (headers) {
    fillPairMasks(memory, places.headerMasks, headers.texts)
    fillWindows(memory, places.headerWindows, headers.texts)
  }
  for (let byte = 0; byte < 256; byte++) {
    memory[places.needless + byte] =
      (isNeedless(byte) ? 1 : 0) |
      (request.escaped.includes(byte) ? 2 : 0) |
      (headers?.escaped.includes(byte) ? 4 : 0)
    const digit = Number.parseInt(String.fromCharCode(byte), 16)
    memory[places.hex + byte] = Number.isNaN(digit) ? 255 : digit
  }
  fillOctets(memory)
}

/** A bit for the hash of each window. */
function fillWindows(memory: Uint8Array, start: number, texts: readonly string[]): void {
  for (const text of texts) {
    const word = [0, 1, 2, 3].reduce((sum, at) => sum | (text.charCodeAt(at) << (8 * at)), 0)
    const key = Math.imul(word | 0x20202020, 0x9e3779b1) >>> 16
    const at = start + (key >> 3)
    memory[at] = (memory[at] ?? 0) | (1 << (key & 7))
  }
}

const octetLengths = [1, 2, 3] as const

/** For each way to spread digits over four octets: from where their digits come, right-aligned, and the least value of each. */
function fillOctets(memory: Uint8Array): void {
  let at = places.octets
  for (const a of octetLengths)
    for (const b of octetLengths)
      for (const c of octetLengths)
        for (const d of octetLengths) {
          let start = 0
          for (const [index, length] of [a, b, c, d].entries()) {
            for (let place = 0; place < 4; place++) {
              const digit = place - (4 - length)
              memory[at + index * 4 + place] = digit < 0 ? 255 : start + digit
            }
            memory[at + 16 + index] = length === 3 ? 100 : length === 2 ? 10 : 0
            start += length + 1
          }
          at += 32
        }
}
