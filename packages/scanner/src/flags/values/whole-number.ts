import type { Value } from '../value.ts'

/** A whole number from 1 up to a largest one. */
export function wholeNumber(largest: number): Value<number> {
  return {
    shown: 'NUMBER',
    read: given =>
      /^[1-9]\d{0,5}$/.test(given) && Number(given) <= largest
        ? { value: Number(given) }
        : { wrong: `is no whole number from 1 to ${largest}` },
  }
}
