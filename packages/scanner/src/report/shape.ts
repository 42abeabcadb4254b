/** What a JSON value must look like, as data. */
export type Shape =
  | { readonly kind: 'value'; readonly named: string; readonly holds: (value: unknown) => boolean }
  | { readonly kind: 'list'; readonly of: Shape }
  | { readonly kind: 'table'; readonly keys: Shape; readonly values: Shape }
  | { readonly kind: 'fields'; readonly needed: ShapeByName; readonly optional: ShapeByName }
  | { readonly kind: 'either'; readonly shapes: readonly Shape[]; readonly named: string }

export type ShapeByName = Readonly<Record<string, Shape>>

/** What is wrong with a value, beginning with where: undefined when it has the shape, and nothing more. */
export function mismatch(value: unknown, shape: Shape, place: string): string | undefined {
  switch (shape.kind) {
    case 'value':
      return shape.holds(value) ? undefined : `${place} must be ${shape.named}, not ${shown(value)}`
    case 'list':
      if (!Array.isArray(value)) return `${place} must be a list, not ${shown(value)}`
      return first(value.entries(), ([index, each]) =>
        mismatch(each, shape.of, `${place}[${index}]`),
      )
    case 'table':
      if (!isObject(value)) return `${place} must be an object, not ${shown(value)}`
      return first(Object.entries(value), ([key, each]) => {
        return (
          mismatch(key, shape.keys, `a name in ${place}`) ??
          mismatch(each, shape.values, `${place}.${key}`)
        )
      })
    case 'fields':
      if (!isObject(value)) return `${place} must be an object, not ${shown(value)}`
      return fieldMismatch(value, shape, place)
    case 'either': {
      const fits = shape.shapes.some(each => mismatch(value, each, place) === undefined)
      return fits ? undefined : `${place} must be ${shape.named}, not ${shown(value)}`
    }
  }
}

function fieldMismatch(
  value: Readonly<Record<string, unknown>>,
  { needed, optional }: { readonly needed: ShapeByName; readonly optional: ShapeByName },
  place: string,
): string | undefined {
  const odd = Object.keys(value).find(
    key => !Object.hasOwn(needed, key) && !Object.hasOwn(optional, key),
  )
  if (odd !== undefined) return `${place} has a field ${shown(odd)} that this version does not know`
  const missing = Object.keys(needed).find(key => !Object.hasOwn(value, key))
  if (missing !== undefined) return `${place} lacks ${missing}`
  return first(Object.entries(value), ([key, each]) => {
    const shape = Object.hasOwn(needed, key) ? needed[key] : optional[key]
    return shape && mismatch(each, shape, `${place}.${key}`)
  })
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function first<Item>(
  items: Iterable<Item>,
  check: (item: Item) => string | undefined,
): string | undefined {
  for (const item of items) {
    const wrong = check(item)
    if (wrong !== undefined) return wrong
  }
  return undefined
}

/** A value as an error shows it: short. */
function shown(value: unknown): string {
  const text = JSON.stringify(value) ?? 'nothing'
  return text.length > 60 ? `${text.slice(0, 60)}…` : text
}
