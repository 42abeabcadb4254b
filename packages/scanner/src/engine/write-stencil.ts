import { numberOf, type Stencil } from './stencil.ts'

/** Where the sieve has its stencil: the bytes that end a value, then the steps. */
const place = { start: 172_032, steps: 172_048, size: 80, literal: 16 }

/** Writes a stencil into the sieve's memory. */
export function writeStencil(memory: Buffer, { steps, ends }: Stencil): void {
  memory.fill(0, place.start, place.steps)
  // No byte with the low half 0 is a 1.
  memory[place.start] = 1
  for (let at = 0; at < ends.length; at++) {
    const code = ends.charCodeAt(at)
    memory[place.start + (code & 15)] = code
  }
  for (const [index, { literal, use, behind, minute, values }] of steps.entries()) {
    const at = place.steps + index * place.size
    memory[at] = numberOf(use)
    memory[at + 1] = behind.charCodeAt(0)
    memory[at + 2] = minute
    memory[at + 3] = literal.length
    memory[at + 4] = values
    memory.fill(0, at + place.literal, at + place.size)
    memory.write(literal, at + place.literal, 'latin1')
  }
}
