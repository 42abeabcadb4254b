import { type Progress, progressText } from './progress.ts'

/** Shows how far a scan is, on a line that is written over and goes away. */
export type ProgressLine = {
  readonly show: (progress: Omit<Progress, 'seconds' | 'allBytes'>) => void
  /** Before anything else is written to the terminal, and at the end. */
  readonly erase: () => void
}

export type ProgressOptions = {
  /** Seconds since some moment. */
  readonly clock: () => number
  readonly allBytes?: number
}

/** A short scan shows no progress. */
const patience = 1
const between = 0.1
const eraseLine = '\r\x1b[K'

/** A progress line on a terminal, first shown after a second; the scan begins now. */
export function progressLine(
  stream: { readonly write: (text: string) => unknown; readonly columns?: number },
  { clock, allBytes }: ProgressOptions,
): ProgressLine {
  const started = clock()
  let due = started + patience
  let isShown = false
  return {
    show({ bytes, lines }) {
      const now = clock()
      if (now < due) return
      due = now + between
      isShown = true
      const progress = { bytes, lines, seconds: now - started, ...(allBytes && { allBytes }) }
      stream.write(`${eraseLine}${progressText(progress, stream.columns ?? 80)}`)
    },
    erase() {
      if (isShown) stream.write(eraseLine)
      isShown = false
    },
  }
}
