import type { Signature } from '@redalert/core'

/** Fields whose literals are words of everyday use (`GET`, `1.0`, `fetch`) and accuse nobody by themselves. */
const plainFields: readonly string[] = ['method', 'version', 'payload']

const shortest = 2

/** The texts by which families are known, in lower case: what a letter must not hold whole. */
export function literalsOf(families: readonly Signature[]): readonly string[] {
  const literals = new Set<string>()
  for (const { marks } of families) {
    for (const { when } of Object.values(marks)) {
      for (const [field, tests] of Object.entries(when)) {
        if (plainFields.includes(field)) continue
        for (const test of [tests].flat())
          for (const literal of textsOf(test)) literals.add(literal.toLowerCase())
      }
    }
  }
  return [...literals].filter(({ length }) => length >= shortest)
}

type Tests = NonNullable<Signature['marks'][string]['when']['path']>
type Test = Exclude<Tests, readonly unknown[]>

function textsOf(test: Test): readonly string[] {
  if ('is' in test) return [test.is].flat()
  if ('startsWith' in test) return [test.startsWith].flat()
  if ('endsWith' in test) return [test.endsWith].flat()
  if ('contains' in test) return [test.contains].flat()
  return []
}
