import { listed } from '../detect/test.ts'
import type { Signature, Test, TestedField } from '../signatures/signature.ts'
import type { Objection } from './objection.ts'

/** Every literal is spelled as the decoded field is, or no request could ever hold it. */
export function checkSpelling({ marks }: Signature): readonly Objection[] {
  return Object.entries(marks).flatMap(([id, { when }]) =>
    Object.entries(when).flatMap(([field, value]) => {
      const tests = Array.isArray(value) ? (value as readonly Test[]) : [value as Test]
      return tests.flatMap((test, index) =>
        misspelled(field as TestedField, test).map(({ steps, problem, help }) => ({
          at: ['marks', id, 'when', field, ...(Array.isArray(value) ? [index] : []), ...steps],
          problem,
          help,
        })),
      )
    }),
  )
}

function misspelled(field: TestedField, test: Test) {
  return literalsOf(test).flatMap(({ steps, literal }) => {
    const right = rightSpelling(field, literal)
    if (right === undefined || right === literal) return []
    const problem = `no ${field} ever holds ${JSON.stringify(literal)}`
    return [{ steps, problem, help: `${because[field]}: write ${JSON.stringify(right)}` }]
  })
}

type Placed = { readonly steps: readonly (string | number)[]; readonly literal: string }

function literalsOf(test: Test): readonly Placed[] {
  if ('absent' in test) return []
  if ('repeats' in test) return [{ steps: ['repeats', 'text'], literal: test.repeats.text }]
  return Object.entries(test).flatMap(([operator, value]) => {
    if (value === true) return []
    return listed(value).map((literal, index) => ({
      steps: Array.isArray(value) ? [operator, index] : [operator],
      literal,
    }))
  })
}

const because: { readonly [Field in TestedField]?: string } = {
  path: 'paths are compared in lower case with forward slashes',
  missing: 'paths are compared in lower case with forward slashes',
  version: 'the version stands without its HTTP/',
}

function rightSpelling(field: TestedField, literal: string): string | undefined {
  if (field === 'path' || field === 'missing') return literal.replaceAll('\\', '/').toLowerCase()
  return field === 'version' ? literal.replace(/^HTTP\//, '') : undefined
}
