/** The logarithm of the gamma function of a positive number (Lanczos, to some 14 digits). */
export function logGamma(x: number): number {
  let sum = 0.999_999_999_999_809_93
  for (const [index, coefficient] of coefficients.entries()) sum += coefficient / (x + index)
  const t = x + 6.5
  return 0.5 * Math.log(2 * Math.PI) + (x - 0.5) * Math.log(t) - t + Math.log(sum)
}

const coefficients = [
  676.520_368_121_885_1, -1259.139_216_722_402_8, 771.323_428_777_653_13, -176.615_029_162_140_59,
  12.507_343_278_686_905, -0.138_571_095_265_720_12, 9.984_369_578_019_571_6e-6,
  1.505_632_735_149_311_6e-7,
]
