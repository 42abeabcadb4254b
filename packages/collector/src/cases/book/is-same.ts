/** Whether a step changed nothing: steps keep what they do not change. */
export function isSame<Thing extends object>(one: Thing, other: Thing): boolean {
  if (one === other) return true
  const names = Object.keys(one) as (keyof Thing)[]
  return (
    names.length === Object.keys(other).length && names.every(name => one[name] === other[name])
  )
}
