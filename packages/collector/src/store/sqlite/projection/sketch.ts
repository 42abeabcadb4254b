/**
 * How many different things were added: exactly while they are few, then within about 1.6 % (HyperLogLog, Flajolet et
 * al. 2007, 4,096 registers). Adding again changes nothing, and no order matters.
 */
export type Sketch =
  | { readonly kind: 'few'; readonly hashes: Set<number> }
  | { readonly kind: 'many'; readonly registers: Uint8Array }

const mostExact = 511
const indexBits = 12
const registerCount = 1 << indexBits

/** Nothing added yet. */
export function emptySketch(): Sketch {
  return { kind: 'few', hashes: new Set() }
}

/** Adds a thing by its hash of 53 bits; gives the sketch that holds it, which may be the same one, changed. */
export function addToSketch(sketch: Sketch, hash: number): Sketch {
  if (sketch.kind === 'many') {
    register(sketch.registers, hash)
    return sketch
  }
  sketch.hashes.add(hash)
  if (sketch.hashes.size <= mostExact) return sketch
  const registers = new Uint8Array(registerCount)
  for (const each of sketch.hashes) register(registers, each)
  return { kind: 'many', registers }
}

/** How many there are. */
export function countSketch(sketch: Sketch): { readonly count: number; readonly exact: boolean } {
  if (sketch.kind === 'few') return { count: sketch.hashes.size, exact: true }
  let sum = 0
  let zeros = 0
  for (const rank of sketch.registers) {
    sum += 2 ** -rank
    if (rank === 0) zeros++
  }
  const estimate = (0.7213 / (1 + 1.079 / registerCount)) * registerCount * (registerCount / sum)
  const isSmall = estimate <= 2.5 * registerCount && zeros > 0
  const count = isSmall ? registerCount * Math.log(registerCount / zeros) : estimate
  return { count: Math.round(count), exact: false }
}

/** A sketch as bytes: eight for each hash, or all registers. */
export function encodeSketch(sketch: Sketch): Uint8Array {
  if (sketch.kind === 'many') return sketch.registers
  const hashes = Float64Array.from(sketch.hashes).toSorted()
  return new Uint8Array(hashes.buffer)
}

/** The inverse of {@link encodeSketch}: only registers are so many bytes. */
export function decodeSketch(bytes: Uint8Array): Sketch {
  const copy = Uint8Array.from(bytes)
  if (copy.length === registerCount) return { kind: 'many', registers: copy }
  return { kind: 'few', hashes: new Set(new Float64Array(copy.buffer)) }
}

function register(registers: Uint8Array, hash: number): void {
  const index = hash % registerCount
  const rest = Math.floor(hash / registerCount)
  let rank = 1
  for (let bits = rest; rank <= 41 && bits % 2 === 0; bits /= 2) rank++
  if (rank > (registers[index] ?? 0)) registers[index] = rank
}
