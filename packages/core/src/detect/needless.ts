import { isUnreserved } from './spellings.ts'

/**
 * Whether a byte, written as an escape, is noticed for that alone: letters, digits and `._~-`, which nobody escapes who
 * means well; the percent sign, with which escapes nest; the dollar, with which disguises of Log4j and the shell begin; and C0 and C1, which begin no character of UTF-8.
 */
export function isNeedless(byte: number): boolean {
  return isUnreserved(byte) || byte === 0x25 || byte === 0x24 || byte === 0xc0 || byte === 0xc1
}

/**
 * The lead bytes whose second byte tells an overlong form from a good one: E0 goes well with A0 to BF, F0 with 90 to BF.
 * Gives the least good one, or undefined for all other bytes.
 */
export function leastSecond(byte: number): number | undefined {
  return byte === 0xe0 ? 0xa0 : byte === 0xf0 ? 0x90 : undefined
}
