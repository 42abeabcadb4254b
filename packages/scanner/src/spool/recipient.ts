/** Where submissions go: a collector's web address, or its mailbox. */
export type Recipient =
  | {
      readonly kind: 'http'
      /** As it is written down and shown. */
      readonly text: string
      /** Where submissions are posted. */
      readonly endpoint: string
      /** Nobody on the way can read it: it is encrypted, or does not leave this machine. */
      readonly isPrivate: boolean
    }
  | { readonly kind: 'mail'; readonly text: string; readonly address: string }

export type RecipientReading = { readonly recipient: Recipient } | { readonly wrong: string }

const endpointPath = '/api/v1/submissions'
const mailAddress =
  /^[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){1,8}$/

/** Reads `https://collector.example.org` or `mailto:redalert@example.org`; what is wrong is the end of a sentence. */
export function parseRecipient(text: string): RecipientReading {
  if (/^mailto:/i.test(text)) return mailRecipient(text.slice('mailto:'.length))
  if (mailAddress.test(text)) return { wrong: `is a mail address: write it as mailto:${text}` }
  if (/^https?:\/\//i.test(text)) return httpRecipient(text)
  if (/^[a-z0-9-]+(?:\.[a-z0-9-]+)+(?::\d+)?(?:\/\S*)?$/i.test(text.slice(0, 300)))
    return { wrong: `lacks its beginning: write it as https://${text}` }
  return {
    wrong:
      'is no collector: write it like https://collector.example.org or mailto:redalert@example.org',
  }
}

function mailRecipient(address: string): RecipientReading {
  if (!mailAddress.test(address))
    return { wrong: 'names no mailbox: write it like mailto:redalert@example.org' }
  return { recipient: { kind: 'mail', text: `mailto:${address}`, address } }
}

function httpRecipient(text: string): RecipientReading {
  const url = URL.canParse(text) ? new URL(text) : undefined
  if (!url) return { wrong: 'is no web address: write it like https://collector.example.org' }
  if (url.username !== '' || url.password !== '')
    return { wrong: 'holds a password: leave it away, and give a key with --key-file' }
  if (url.search !== '' || url.hash !== '')
    return { wrong: 'must end before any ? or #: name the collector alone' }
  const path = url.pathname.replace(/\/$/, '')
  const base = path.endsWith(endpointPath) ? path.slice(0, -endpointPath.length) : path
  return {
    recipient: {
      kind: 'http',
      text: `${url.origin}${base}`,
      endpoint: `${url.origin}${base}${endpointPath}`,
      isPrivate: url.protocol === 'https:' || isLoopback(url.hostname),
    },
  }
}

function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '[::1]' || /^127\.\d+\.\d+\.\d+$/.test(host)
}
