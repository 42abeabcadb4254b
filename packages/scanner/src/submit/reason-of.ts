/** Why a connection failed, as the operating system said it: fetch wraps that in an error of its own. */
export function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  if (error.name === 'TimeoutError') return 'it did not answer in time'
  const { cause } = error
  if (cause instanceof AggregateError && cause.errors[0] instanceof Error)
    return cause.errors[0].message
  return cause instanceof Error ? cause.message : error.message
}

/** What a problem of RFC 9457 says; undefined when the text is none. */
export function readProblem(text: string): string | undefined {
  try {
    const { title, detail } = JSON.parse(text) as { title?: unknown; detail?: unknown }
    const said = [title, detail].filter(each => typeof each === 'string' && each !== '')
    return said.length > 0 ? said.join(': ').slice(0, 300) : undefined
  } catch {
    return undefined
  }
}
