import type { BodyLine, Repair } from '../body-line.ts'

const signed = '-----BEGIN PGP SIGNED MESSAGE-----'
const signature = '-----BEGIN PGP SIGNATURE-----'
const signatureEnd = '-----END PGP SIGNATURE-----'

/** Whether a text is encrypted, so that nobody here can read it. */
export function isEncrypted(lines: readonly BodyLine[]): boolean {
  return lines.some(({ text }) => text.trimEnd() === '-----BEGIN PGP MESSAGE-----')
}

/** Takes the armour of a signed text away (RFC 9580 §7); the signature is not checked, for it proves no submitter here. */
export function removeArmour(lines: readonly BodyLine[]): Repair {
  const kept: BodyLine[] = []
  let state: 'outside' | 'head' | 'text' | 'signature' = 'outside'
  let count = 0
  for (const line of lines) {
    const text = line.text.trimEnd()
    if (state === 'outside' && text === signed) {
      state = 'head'
      count++
    } else if (state === 'head') {
      if (text === '') state = 'text'
    } else if (state === 'text' && text === signature) {
      state = 'signature'
    } else if (state === 'signature') {
      if (text === signatureEnd) state = 'outside'
    } else if (state === 'text' && line.text.startsWith('- ')) {
      kept.push({ number: line.number, text: line.text.slice(2) })
    } else kept.push(line)
  }
  return { lines: kept, count }
}
