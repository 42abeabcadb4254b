import { type WaitingLine, waitingLine } from '../manners/waiting-line.ts'
import type { Wait } from './wait.ts'

/** Addresses that wait for the answer to one question. */
export type Stand = { readonly key: string; readonly waits: readonly Wait[] }

/** Which questions are meant: those of addresses without any answer, or all of them. */
export type Which = 'unanswered' | 'all'

/** Where questions wait for their registry's turn: one line for each, so that none holds up another. */
export type Hall = {
  readonly stand: (registry: string, key: string, wait: Wait) => void
  /** The most pressing question of a registry; whoever has no answer at all goes before whoever has a provisional one. */
  readonly take: (registry: string, which: Which) => Stand | undefined
  /** How many questions wait for a registry. */
  readonly size: (registry: string, which: Which) => number
  /** How many wait for all. */
  readonly total: (which: Which) => number
  readonly registries: () => readonly string[]
  /** Until the next question joins a line. */
  readonly joined: () => Promise<void>
}

type Place = { readonly key: string; readonly waits: Wait[]; taken: boolean }
type Line = { readonly order: WaitingLine<Place>; readonly places: Map<string, Place> }
type Lines = { readonly unanswered: Line; readonly provisional: Line }

/** An empty hall. */
export function hall(): Hall {
  const halls = new Map<string, Lines>()
  let wake: () => void = () => undefined
  const linesOf = (registry: string): Lines => {
    const known = halls.get(registry) ?? { unanswered: newLine(), provisional: newLine() }
    halls.set(registry, known)
    return known
  }
  const size = (registry: string, which: Which) => {
    const { unanswered, provisional } = linesOf(registry)
    return unanswered.places.size + (which === 'all' ? provisional.places.size : 0)
  }
  return {
    stand(registry, key, wait) {
      const lines = linesOf(registry)
      const line = wait.guess || wait.silent ? lines.provisional : lines.unanswered
      const place = line.places.get(key) ?? { key, waits: [], taken: false }
      line.places.set(key, place)
      place.waits.push(wait)
      // Its older place in the order stays behind, and is passed over when its turn comes.
      line.order.push(place, hostsOf(place))
      wake()
    },
    take(registry, which) {
      const { unanswered, provisional } = linesOf(registry)
      return first(unanswered) ?? (which === 'all' ? first(provisional) : undefined)
    },
    size,
    total: which => [...halls.keys()].reduce((sum, registry) => sum + size(registry, which), 0),
    registries: () => [...halls.keys()],
    joined: () =>
      new Promise(resolve => {
        wake = resolve
      }),
  }
}

function newLine(): Line {
  return { order: waitingLine<Place>(), places: new Map() }
}

function first({ order, places }: Line): Place | undefined {
  for (let place = order.pop(); place; place = order.pop()) {
    if (place.taken) continue
    place.taken = true
    places.delete(place.key)
    return place
  }
  return undefined
}

function hostsOf({ waits }: Place): number {
  return waits.reduce((sum, { hosts }) => sum + hosts, 0)
}
