import { nearestName } from '../model/nearest-name.ts'
import type { Objection, Path } from './objection.ts'
import type { FieldShape, RecordShape, Shape } from './shape.ts'

/** Everything about a JSON value that is not of its shape. `about` says what the value is for. */
export function mismatches(
  value: unknown,
  shape: Shape,
  at: Path,
  about: string,
): readonly Objection[] {
  const wrong = (named: string): readonly Objection[] => [
    { at, problem: `this must be ${named}, not ${kindOf(value)}`, help: `write ${about}` },
  ]
  switch (shape.kind) {
    case 'text':
      return typeof value === 'string' && shape.holds(value) ? [] : wrong(shape.named)
    case 'number': {
      const { least, most } = shape
      const fits = Number.isSafeInteger(value) && Number(value) >= least && Number(value) <= most
      return fits ? [] : wrong(`a whole number from ${least} to ${most}`)
    }
    case 'true':
      return value === true ? [] : wrong('true, or left away')
    case 'choice':
      if (typeof value !== 'string') return wrong(anyOf(shape.of))
      return shape.of.includes(value) ? [] : [unknown(at, value, shape.of)]
    case 'list':
      if (!Array.isArray(value)) return wrong(shape.named)
      if (value.length < shape.least)
        return [{ at, problem: `this list is too short`, help: `write ${about}` }]
      return value.flatMap((each, index) => mismatches(each, shape.of, [...at, index], about))
    case 'one-or-list':
      if (!Array.isArray(value)) return mismatches(value, shape.of, at, about)
      if (value.length === 0) return wrong(shape.named)
      return value.flatMap((each, index) => mismatches(each, shape.of, [...at, index], about))
    case 'table':
      if (!isObject(value)) return wrong('an object')
      if (Object.keys(value).length === 0)
        return [{ at, problem: 'there is nothing in this', help: `write ${about}` }]
      return Object.entries(value).flatMap(([name, each]) =>
        shape.names.holds(name)
          ? mismatches(each, shape.values, [...at, name], about)
          : [
              {
                at: [...at, name],
                problem: `${quoted(name)} is no name for this`,
                help: `write ${shape.names.named}`,
              },
            ],
      )
    case 'record':
      return isObject(value) ? inRecord(value, shape, at, about) : wrong('an object')
    case 'variants':
      return isObject(value) ? inVariants(value, shape.by, at, about) : wrong('an object')
    case 'text-or-record':
      if (typeof value === 'string') return mismatches(value, shape.text, at, about)
      return isObject(value)
        ? inRecord(value, shape.record, at, about)
        : wrong(`${shape.text.named}, or an object`)
  }
}

function inRecord(
  value: Fields,
  { fields, least }: RecordShape,
  at: Path,
  about: string,
): readonly Objection[] {
  const names = Object.keys(fields)
  const given = Object.keys(value)
  const missing = names.filter(name => !fields[name]?.optional && !given.includes(name))
  const few: readonly Objection[] =
    given.filter(name => names.includes(name)).length < least
      ? [{ at, problem: 'there is nothing in this', help: `write ${about}` }]
      : []
  return [
    ...few,
    ...missing.map(name => lacks(at, name, fields[name]?.about ?? about)),
    ...Object.entries(value).flatMap(([name, each]) => {
      const field: FieldShape | undefined = Object.hasOwn(fields, name) ? fields[name] : undefined
      if (!field) return [unknown([...at, name], name, names)]
      return mismatches(each, field.shape, [...at, name], field.about)
    }),
  ]
}

function inVariants(
  value: Fields,
  by: Readonly<{ [Field in string]: RecordShape }>,
  at: Path,
  about: string,
): readonly Objection[] {
  const [telling, other] = Object.keys(by).filter(name => Object.hasOwn(value, name))
  const record = telling === undefined ? undefined : by[telling]
  if (!record) {
    const [odd] = Object.keys(value).filter(name => nearestName(name, Object.keys(by)))
    if (odd !== undefined) return [unknown([...at, odd], odd, Object.keys(by))]
    const neither = anyOf(Object.keys(by), 'nor')
    return [{ at, problem: `this says neither ${neither}`, help: `write ${about}` }]
  }
  if (other !== undefined) {
    const problem = `${quoted(other)} cannot stand beside ${quoted(telling ?? '')}`
    return [{ at: [...at, other], problem, help: 'write two of these, one for each' }]
  }
  return inRecord(value, record, at, about)
}

function lacks(at: Path, name: string, about: string): Objection {
  return { at, problem: `${quoted(name)} is missing`, help: `add ${about}` }
}

function unknown(at: Path, given: string, known: readonly string[]): Objection {
  const nearest = nearestName(given, known)
  const help =
    nearest === undefined ? `it can be ${anyOf(known)}` : `did you mean ${quoted(nearest)}?`
  return { at, problem: `${quoted(given)} is not known here`, help }
}

function anyOf(words: readonly string[], joint: 'or' | 'nor' = 'or'): string {
  const [last = '', ...others] = words.toReversed().map(quoted)
  return others.length === 0 ? last : `${others.toReversed().join(', ')} ${joint} ${last}`
}

const longest = 40

function quoted(text: string): string {
  return JSON.stringify(text.length > longest ? `${text.slice(0, longest)}…` : text)
}

type Fields = Readonly<{ [Field in string]: unknown }>

function isObject(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function kindOf(value: unknown): string {
  if (value === null) return 'null'
  if (Array.isArray(value)) return value.length === 0 ? 'an empty list' : 'a list'
  if (typeof value === 'object') return 'an object'
  return typeof value === 'string' ? quoted(value) : JSON.stringify(value)
}
