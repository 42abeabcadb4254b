import type { MarkId } from '../model/mark.ts'
import { listed } from '../detect/test.ts'
import type { MarkRule, Signature, Test, TestedField, When } from '../signatures/signature.ts'
import type { Objection, Path } from './objection.ts'
import { deciding, marksOf, withRule } from './sample.ts'

/**
 * Every condition earns its place: without it some negative sample would match. Every literal of a list does too:
 * without it some positive sample would not.
 */
export function checkEarned(signature: Signature, all: readonly Signature[]): readonly Objection[] {
  return Object.entries(signature.marks).flatMap(([id, rule]) => [
    ...looser(rule).flatMap(({ at, rule: loose }) => checkLooser(id, at, loose, all)),
    ...stricter(rule).flatMap(({ at, rule: strict }) => checkStricter(id, at, strict, all)),
  ])
}

/** A changed rule, and where in the rule the change is. */
type Variant = { readonly at: Path; readonly rule: MarkRule }

function checkLooser(
  id: MarkId,
  at: Path,
  rule: MarkRule,
  all: readonly Signature[],
): readonly Objection[] {
  const changed = withRule(deciding(id, all), id, rule)
  if (rule.samples.negative.some(({ line }) => marksOf(line, changed).includes(id))) return []
  return [
    {
      at: ['marks', id, ...at],
      problem: 'no negative sample fails this condition alone',
      help: 'add a line that only this condition keeps out, or drop the condition',
    },
  ]
}

function checkStricter(
  id: MarkId,
  at: Path,
  rule: MarkRule,
  all: readonly Signature[],
): readonly Objection[] {
  const changed = withRule(deciding(id, all), id, rule)
  if (rule.samples.positive.some(line => !marksOf(line, changed).includes(id))) return []
  return [
    {
      at: ['marks', id, ...at],
      problem: 'no positive sample needs this literal',
      help: 'add a line that only this literal lets in, or drop the literal',
    },
  ]
}

/** The rule without one of its tests, one word that a text must lack, or one of its exceptions. */
export function looser(rule: MarkRule): readonly Variant[] {
  const withoutTest = testsOf(rule.when).map(({ at, field, index, tests }) => ({
    at,
    rule: { ...rule, when: { ...rule.when, [field]: tests.toSpliced(index, 1) } },
  }))
  const withoutWord = withoutLiteral(rule, test => 'lacks' in test)
  const unless = rule.unless ?? []
  const withoutException = unless.map((_, index) => ({
    at: ['unless', index],
    rule: { ...rule, unless: unless.toSpliced(index, 1) },
  }))
  return [...withoutTest, ...withoutWord, ...withoutException]
}

/** The rule without one literal of a list that lets a text in. */
function stricter(rule: MarkRule): readonly Variant[] {
  return withoutLiteral(rule, test => !('lacks' in test))
}

function withoutLiteral(rule: MarkRule, ofWhich: (test: Test) => boolean): readonly Variant[] {
  const tests = testsOf(rule.when).filter(({ test }) => ofWhich(test))
  return tests.flatMap(({ at, field, index, tests, test }) =>
    shortened(test).map(({ at: inTest, test: shorter }) => ({
      at: [...at, ...inTest],
      rule: { ...rule, when: { ...rule.when, [field]: tests.with(index, shorter) } },
    })),
  )
}

function shortened(test: Test): readonly { readonly at: Path; readonly test: Test }[] {
  const entry = Object.entries(test).find(([, value]) => Array.isArray(value))
  if (!entry) return []
  const [operator, value] = entry
  const literals = listed(value as readonly string[])
  return literals.map((_, index) => ({
    at: [operator, index],
    test: { ...test, [operator]: literals.toSpliced(index, 1) },
  }))
}

function testsOf(when: When) {
  return Object.entries(when).flatMap(([field, value]) => {
    const tests: readonly Test[] = Array.isArray(value)
      ? (value as readonly Test[])
      : [value as Test]
    return tests.map((test, index) => {
      const at: Path = Array.isArray(value) ? ['when', field, index] : ['when', field]
      return { at, field: field as TestedField, index, tests, test }
    })
  })
}
