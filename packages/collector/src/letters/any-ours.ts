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
  domain,
  key,
  prefixes: { bounces: 'b', answers: 'case' },
  isCaseName: text => /^RA-\d{4}-\d{6}$/.test(text),
})
