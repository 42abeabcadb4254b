import type { Store } from '../store.ts'
import { memoryLetters } from './memory-letters.ts'
import { type Held, memoryLog } from './memory-log.ts'
import { memoryProjection } from './memory-projection.ts'

/** A store that is as simple as can be, and forgets all when it ends. It judges engines. */
export function memoryStore({ newId }: { readonly newId: () => string }): Store {
  const arrivals: Held[] = []
  const { account, projected, ...projection } = memoryProjection()
  const { row, ...log } = memoryLog(arrivals, account, newId)
  return {
    ...log,
    ...projection,
    ...memoryLetters(arrivals, row, projected),
    position: () => ({ kept: arrivals.at(-1)?.sequence ?? 0, projected: projected() }),
    [Symbol.asyncDispose]: () => Promise.resolve(),
  }
}
