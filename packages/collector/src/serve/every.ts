/** Does some work again and again, never twice at once; the first time soon. */
export function every(
  milliseconds: number,
  work: () => Promise<void>,
  report: (error: unknown) => void,
): AsyncDisposable {
  let isStopped = false
  let running: Promise<void> = Promise.resolve()
  let timer: NodeJS.Timeout | undefined
  const plan = (after: number): void => {
    timer = setTimeout(() => {
      running = work()
        .catch(report)
        .finally(() => {
          if (!isStopped) plan(milliseconds)
        })
    }, after)
  }
  plan(Math.min(milliseconds, 1000))
  return {
    async [Symbol.asyncDispose]() {
      isStopped = true
      clearTimeout(timer)
      await running
    },
  }
}
