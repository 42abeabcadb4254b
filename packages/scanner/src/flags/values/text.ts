import type { Value } from '../value.ts'

/** Any text that is not empty; whoever uses it knows what it means. */
export function text(shown: string): Value<string> {
  return { shown, read: given => (given === '' ? { wrong: 'is empty' } : { value: given }) }
}
