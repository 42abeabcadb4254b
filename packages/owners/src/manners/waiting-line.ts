/** Who waits, the most pressing first; what is as pressing as another goes in the order in which it came. */
export type WaitingLine<Entry> = {
  readonly push: (entry: Entry, urgency: number) => void
  readonly pop: () => Entry | undefined
  readonly size: () => number
}

type Place<Entry> = { readonly entry: Entry; readonly urgency: number; readonly number: number }

/** A line ordered as a heap. */
export function waitingLine<Entry>(): WaitingLine<Entry> {
  const heap: Place<Entry>[] = []
  let number = 0
  const before = (one: number, other: number) => {
    const [mine, yours] = [heap[one], heap[other]]
    if (!mine || !yours) return mine !== undefined
    return mine.urgency === yours.urgency
      ? mine.number < yours.number
      : mine.urgency > yours.urgency
  }
  const swap = (one: number, other: number) => {
    const [mine, yours] = [heap[one], heap[other]]
    if (mine && yours) [heap[one], heap[other]] = [yours, mine]
  }
  return {
    push(entry, urgency) {
      heap.push({ entry, urgency, number: number++ })
      let at = heap.length - 1
      while (at > 0) {
        const above = (at - 1) >> 1
        if (!before(at, above)) return
        swap(at, above)
        at = above
      }
    },
    pop() {
      const [first] = heap
      const last = heap.pop()
      if (!first || !last || heap.length === 0) return first?.entry
      heap[0] = last
      let at = 0
      while (true) {
        const left = at * 2 + 1
        const better = before(left + 1, left) ? left + 1 : left
        if (better >= heap.length || !before(better, at)) return first.entry
        swap(at, better)
        at = better
      }
    },
    size: () => heap.length,
  }
}
