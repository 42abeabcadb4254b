import type { ContactHistory } from '../estimates/fixed/contact-model.ts'

/** What was seen of several addresses, as of one machine: who moves among them is silent when all of them are. */
export function pooled(histories: readonly ContactHistory[]): ContactHistory | undefined {
  if (histories.length === 0) return undefined
  return {
    first: Math.min(...histories.map(({ first }) => first)),
    last: Math.max(...histories.map(({ last }) => last)),
    contacts: histories.reduce((sum, { contacts }) => sum + contacts, 0),
  }
}
