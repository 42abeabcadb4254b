import type { Skew } from './skew.ts'

/** What a person is told of a sensor's clock. */
export function saySkew(skew: Skew): string {
  switch (skew.kind) {
    case 'unknown':
      return `its clock cannot be checked: ${sources(skew.common)} that others saw at the same time tell nothing certain`
    case 'agrees':
      return `its clock agrees with the others', by ${sources(skew.common)} that they saw too`
    case 'skewed':
      return `its clock is about ${span(Math.abs(skew.seconds))} ${
        skew.seconds > 0 ? 'ahead of' : 'behind'
      } the others' (give or take ${span(skew.give)}), by ${skew.fitting} of ${sources(skew.common)} that they saw too; is its zone right?`
  }
}

function sources(count: number): string {
  return count === 1 ? '1 source' : `${count} sources`
}

function span(seconds: number): string {
  const minutes = Math.round(seconds / 60)
  if (minutes < 60) return `${minutes} min`
  const rest = minutes % 60
  return rest === 0 ? `${minutes / 60} h` : `${Math.floor(minutes / 60)} h ${rest} min`
}
