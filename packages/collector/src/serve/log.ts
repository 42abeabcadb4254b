import { pino, type Logger } from 'pino'

/** What is logged: JSON lines, in which control characters are escaped. */
export type Log = Pick<Logger, 'debug' | 'info' | 'warn' | 'error' | 'level'>

/** Logs to a stream. */
export function startLog(level: string, stream: { write: (line: string) => unknown }): Log {
  return pino(
    { level, base: null, timestamp: pino.stdTimeFunctions.isoTime },
    {
      write(line: string) {
        stream.write(line)
      },
    },
  )
}
