/** Random numbers that are the same for the same seed, on every machine. */
export type Random = {
  /** At least 0, below 1. */
  readonly fraction: () => number
  /** A whole number at least 0 and below this, which is at most 2^32. */
  readonly below: (count: number) => number
  readonly poisson: (mean: number) => number
  /** Of mean 1, the more unequal the smaller the shape. */
  readonly gamma: (shape: number) => number
  readonly normal: () => number
}

/** A source of random numbers (sfc32 by Chris Doty-Humphrey: whole-number steps only, so that no machine rounds otherwise). */
export function randomOf(seed: number): Random {
  let [a, b, c, counter] = [seed | 0, Math.imul(seed ^ 0x9e3779b9, 0x85ebca6b), 0, 1]
  const word = (): number => {
    const sum = (((a + b) | 0) + counter) | 0
    counter = (counter + 1) | 0
    a = b ^ (b >>> 9)
    b = (c + (c << 3)) | 0
    c = (((c << 21) | (c >>> 11)) + sum) | 0
    return sum >>> 0
  }
  for (let warm = 0; warm < 20; warm++) word()

  const fraction = (): number => (word() * 2 ** 21 + (word() >>> 11)) / 2 ** 53
  const below = (count: number): number => Math.floor(fraction() * count)
  const normal = (): number =>
    Math.sqrt(-2 * Math.log(1 - fraction())) * Math.cos(2 * Math.PI * fraction())

  /** Knuth's product in pieces, so that no mean is too large for it. */
  const poisson = (mean: number): number => {
    let count = 0
    for (let left = mean; left > 0; left -= 30) {
      const limit = Math.exp(-Math.min(left, 30))
      for (let product = fraction(); product > limit; product *= fraction()) count++
    }
    return count
  }

  /** Marsaglia and Tsang 2000; a shape below 1 is made from the one above it. */
  const gammaOf = (shape: number): number => {
    if (shape < 1) return gammaOf(shape + 1) * (1 - fraction()) ** (1 / shape)
    const d = shape - 1 / 3
    for (;;) {
      const x = normal()
      const v = (1 + x / Math.sqrt(9 * d)) ** 3
      if (v > 0 && Math.log(1 - fraction()) < 0.5 * x * x + d - d * v + d * Math.log(v))
        return d * v
    }
  }
  return { fraction, below, poisson, normal, gamma: shape => gammaOf(shape) / shape }
}
