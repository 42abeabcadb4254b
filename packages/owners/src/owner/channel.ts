/** Hands values from those who make them to one who takes them, in order. */
export type Channel<Value> = {
  readonly put: (value: Value) => void
  /** No more will come; with an error, whoever takes gets it. */
  readonly close: (error?: unknown) => void
  /** What has come so far. */
  readonly ready: () => readonly Value[]
  /** Everything, until the channel is closed. */
  readonly rest: () => AsyncGenerator<Value, void>
}

/** An open channel. */
export function channel<Value>(): Channel<Value> {
  const held: Value[] = []
  let closed = false
  let failure: { readonly error: unknown } | undefined
  let wake: () => void = () => undefined
  return {
    put(value) {
      held.push(value)
      wake()
    },
    close(error) {
      closed = true
      if (error !== undefined) failure ??= { error }
      wake()
    },
    ready: () => held.splice(0),
    async *rest() {
      while (true) {
        const ready = held.splice(0)
        yield* ready
        if (ready.length > 0) continue
        if (failure) throw failure.error
        if (closed) return
        await new Promise<void>(resolve => {
          wake = resolve
        })
      }
    },
  }
}
