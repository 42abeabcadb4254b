const letters = '0123456789abcdefghjkmnpqrstvwxyz'
const bytes = 16

/** A name of 26 letters that nobody can guess (128 random bits, in Crockford's letters). */
export function newId(random: (count: number) => Uint8Array): string {
  let number = random(bytes).reduce((value, byte) => value * 256n + BigInt(byte), 0n)
  let id = ''
  for (let count = 0; count < 26; count++) {
    id = (letters[Number(number % 32n)] ?? '') + id
    number /= 32n
  }
  return id
}
