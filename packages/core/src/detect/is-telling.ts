import type { Test, TestedField } from '../signatures/signature.ts'
import { listed } from './test.ts'

/** Whether it tells anything that a test holds: every other request has the same method and version, and lacks the same fields, words and payload. */
export function isTelling(field: TestedField, test: Test): boolean {
  if (field === 'method' || field === 'version') return false
  if ('absent' in test || 'lacks' in test) return false
  return field !== 'payload' || !('is' in test && listed(test.is).includes(''))
}
