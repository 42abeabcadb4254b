import { isDeepStrictEqual } from 'node:util'
import type { EntryReading } from '@redalert/core'
import { type Stencil, stencilOf } from './stencil.ts'

export type StencilKeeper = {
  /** A stencil to be used from this line on, which core had to read; undefined while the one in use may do. */
  readonly better: (reading: EntryReading) => Stencil | undefined
  /** The name of the format whose lines the stencil in use passes over. */
  readonly format: () => string | undefined
  readonly forget: () => void
}

/** Lines that core had to read between two tries, at most. */
const longestPatience = 4096

/** Keeps the stencil of a log's lines. The first line makes one; when many do not fit it, a later one makes another. */
export function stencilKeeper(): StencilKeeper {
  let stencil: Stencil | undefined
  let misses = 0
  let patience = 1

  function better(reading: EntryReading): Stencil | undefined {
    if (++misses < patience) return undefined
    misses = 0
    patience = Math.min(patience * 2, longestPatience)
    const next = stencilOf(reading)
    if (!next || isDeepStrictEqual(next, stencil)) return undefined
    stencil = next
    return next
  }

  function forget(): void {
    stencil = undefined
    misses = 0
    patience = 1
  }

  return { better, format: () => stencil?.format, forget }
}
