import { returnAddress } from '@redalert/notices'
import { oursFrom } from './answer/ours-from.ts'

const domain = 'notices.example.org'
const key = Buffer.from('the key of our addresses')

/** The token of one mail, as it comes back. */
export const someToken = Uint8Array.from({ length: 16 }, (_, index) => index)
/** Where its bounces go, and its answers. */
export const bounceAddress: string = returnAddress(someToken, { prefix: 'b', domain, key })
export const answerAddress: string = returnAddress(someToken, { prefix: 'case', domain, key })

/** How a collector knows its own addresses, ids and cases. */
export const someOurs = oursFrom({
  domains: [domain],
  key,
  prefixes: { bounces: 'b', answers: 'case' },
})

/** A mail that says stop to the address of a letter, and by what that is known. */
export function anyAnswer() {
  const head = `From: abuse@example.org\r\nTo: ${answerAddress}\r\nSubject: Re: 2 machines\r\n`
  return {
    letter: Buffer.from(`${head}Content-Type: text/plain\r\n\r\nstop\r\n`),
    settings: { domains: [domain], key, prefixes: { bounces: 'b', answers: 'case' } },
  }
}
