import { duration, grouped, size } from './amount.ts'
import { say, type TerminalText } from './terminal.ts'
import { widthOf } from './width.ts'

/** How far a scan is. */
export type Progress = {
  /** Bytes read, and all there are; the latter is not known of a stream. */
  readonly bytes: number
  readonly allBytes?: number
  readonly lines: number
  readonly seconds: number
}

/** How far it is in one line: the share, the speed, the time left; as much of it as fits. */
export function progressText(
  { bytes, allBytes, lines, seconds }: Progress,
  width: number,
): TerminalText {
  const speed = seconds > 0 ? bytes / seconds : 0
  const parts = [
    ...(allBytes ? [say`${Math.min(100, Math.floor((bytes / allBytes) * 100))} %`] : []),
    allBytes ? say`${size(bytes)} of ${size(allBytes)}` : size(bytes),
    ...(speed > 0 ? [say`${size(speed)}/s`] : []),
    ...(allBytes && speed > 0
      ? [say`${duration(Math.max(0, allBytes - bytes) / speed)} left`]
      : []),
    say`${grouped(lines)} lines`,
  ]
  while (parts.length > 1 && widthOf(joined(parts)) >= width) parts.pop()
  return joined(parts)
}

function joined(parts: readonly TerminalText[]): TerminalText {
  return parts.join('  ') as TerminalText
}
