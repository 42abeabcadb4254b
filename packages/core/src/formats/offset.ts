import { readDigits } from './digits.ts'

/** Minutes east of Greenwich of `Z`, `UTC`, `+0200`, `+02:00` or `-0230`. */
export function readOffset(text: string): number | undefined {
  if (text === 'Z' || text === 'z' || text === 'UTC' || text === 'GMT') return 0
  const sign = text.charAt(0)
  if (sign !== '+' && sign !== '-') return undefined
  const hasColon = text.length === 6 && text.charAt(3) === ':'
  if (!hasColon && text.length !== 5) return undefined
  const hours = readDigits(text, 1, 3)
  const minutes = readDigits(text, hasColon ? 4 : 3, text.length)
  if (hours === undefined || minutes === undefined || hours > 15 || minutes > 59) return undefined
  return (sign === '-' ? -1 : 1) * (hours * 60 + minutes)
}
