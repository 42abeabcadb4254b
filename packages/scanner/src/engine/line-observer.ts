import type { LineEnding } from '../read/line-ending.ts'
import { lineSplitter } from '../read/line-splitter.ts'
import type { LogObserver, LogStart } from './log-observer.ts'
import { headedObserver, type Watch } from './observe.ts'

const bufferSize = 32 * 1024

/** Observes a log line by line, each read by core: the reference for every faster way. */
export function lineObserver(watch: Watch, ending: LineEnding, start: LogStart): LogObserver {
  const buffer = Buffer.allocUnsafe(bufferSize)
  const { push, end } = lineSplitter({ ending, at: start.at })
  const { observe, header } = headedObserver(watch, start.header)
  return {
    room: () => buffer,
    push: count => observe(push(buffer.subarray(0, count))),
    end: () => observe(end()),
    header,
  }
}
