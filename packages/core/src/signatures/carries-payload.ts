import type { MarkRule } from './signature.ts'

/** Whether a mark may tell its victim to fetch something: what a request with `payload` nothing but empty never does. */
export function carriesPayload({ when: { payload } }: MarkRule): boolean {
  const tests = payload === undefined ? [] : [payload].flat()
  return tests.some(test => 'is' in test && [test.is].flat().some(told => told !== ''))
}
