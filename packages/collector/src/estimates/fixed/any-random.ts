/** Random numbers that are the same for the same seed. */
export type Random = {
  readonly fraction: () => number
  readonly exponential: () => number
  readonly normal: () => number
  /** Of mean 1. */
  readonly gamma: (shape: number) => number
}

/** A source of random numbers (sfc32 by Chris Doty-Humphrey). */
export function randomOf(seed: number): Random {
  let [a, b, c, counter] = [seed | 0, Math.imul(seed ^ 0x9e3779b9, 0x85ebca6b), 0, 1]
  const fraction = (): number => {
    const sum = (((a + b) | 0) + counter) | 0
    counter = (counter + 1) | 0
    a = b ^ (b >>> 9)
    b = (c + (c << 3)) | 0
    c = (((c << 21) | (c >>> 11)) + sum) | 0
    return (sum >>> 0) / 2 ** 32
  }
  for (let warm = 0; warm < 20; warm++) fraction()
  const exponential = () => -Math.log(1 - fraction())
  const normal = () => Math.sqrt(2 * exponential()) * Math.cos(2 * Math.PI * fraction())
  const gammaOf = (shape: number): number => {
    if (shape < 1) return gammaOf(shape + 1) * (1 - fraction()) ** (1 / shape)
    const [d, spread] = [shape - 1 / 3, 1 / Math.sqrt(9 * shape - 3)]
    for (;;) {
      const x = normal()
      const v = (1 + spread * x) ** 3
      if (v > 0 && Math.log(1 - fraction()) < x ** 2 / 2 + d - d * v + d * Math.log(v)) return d * v
    }
  }
  return { fraction, exponential, normal, gamma: shape => gammaOf(shape) / shape }
}
