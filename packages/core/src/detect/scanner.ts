import type { MarkId } from '../model/mark.ts'
import { isHostName, type Source } from '../model/source.ts'
import { scanners } from '../signatures/scanners.ts'

/** The extra mark of a line that has another one: the agent in it names a scanner. */
export const scannerMark: MarkId = 'scanner-agent'

/** Whether an agent names a known scanner. */
export function isScannerAgent(userAgent: string | undefined): boolean {
  if (!userAgent) return false
  const lower = userAgent.toLowerCase()
  return scanners.agents.some(({ contains }) => lower.includes(contains))
}

/** Whether a source is the name of a known scanner's host. */
export function isScannerName(source: Source): boolean {
  return isHostName(source) && scanners.names.some(({ endsWith }) => source.endsWith(endsWith))
}

/** Whether a host is one that scanners have themselves called by. */
export function isCallback(host: string): boolean {
  return scanners.callbacks.some(({ endsWith }) => host.endsWith(endsWith))
}
