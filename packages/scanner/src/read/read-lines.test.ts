import { deepEqual } from 'node:assert/strict'
import { test } from 'node:test'
import * as fc from 'fast-check'
import { fault } from './fault.ts'
import type { Line } from './line.ts'
import type { Piece } from './piece.ts'
import { linesOf } from './read-lines.ts'

test('the ending is told from the opening however it is cut, and the lines are the same', async () => {
  const log = fc
    .array(fc.constantFrom('a', 'bc', '\r', '\n', '\r\n'))
    .map(parts => Buffer.from(parts.join('')))
  await fc.assert(
    fc.asyncProperty(log, fc.integer({ min: 1, max: 7 }), async (bytes, size) => {
      deepEqual(
        await linesFrom(piecesOf(bytes, size)),
        await linesFrom(piecesOf(bytes, bytes.length + 1)),
      )
    }),
  )
})

test('places count from where the content begins', async () => {
  deepEqual(await linesFrom(piecesOf(Buffer.from('a\nb\n'), 2, 3)), [
    { text: 'a', number: 1, at: 3 },
    { text: 'b', number: 2, at: 5 },
  ])
})

test('a fault comes behind the last line that was read', async () => {
  async function* pieces(): AsyncGenerator<Piece, void> {
    yield { kind: 'bytes', bytes: Buffer.from('a\nhal'), at: 0, consumed: 5 }
    yield fault('shrank', 'a.log', 'gone')
  }
  const kinds: string[] = []
  for await (const each of linesOf(pieces()))
    kinds.push(each.kind === 'lines' ? each.lines.map(({ text }) => text).join() : each.code)
  deepEqual(kinds, ['a', 'hal', 'shrank', ''])
})

async function linesFrom(pieces: AsyncGenerator<Piece, void>): Promise<readonly Line[]> {
  const lines: Line[] = []
  for await (const each of linesOf(pieces)) if (each.kind === 'lines') lines.push(...each.lines)
  return lines
}

/** Hands out one piece of memory again and again, as a file does. */
async function* piecesOf(bytes: Buffer, size: number, at = 0): AsyncGenerator<Piece, void> {
  const memory = Buffer.alloc(size)
  for (let from = 0; from < bytes.length; from += size) {
    const length = bytes.copy(memory, 0, from, from + size)
    yield {
      kind: 'bytes',
      bytes: memory.subarray(0, length),
      at: at + from,
      consumed: from + length,
    }
  }
}
