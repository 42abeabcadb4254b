/** A mail address that is safe in any header and any envelope; only {@link parseMailAddress} makes one. */
export type MailAddress = string & { readonly _: 'MailAddress' }

const longest = 254

/** Reads an address in its plain form, `owner@example.org`, into lower case; undefined for any other form there is. */
export function parseMailAddress(text: string): MailAddress | undefined {
  if (text.length > longest) return undefined
  const address = text.toLowerCase()
  const at = address.lastIndexOf('@')
  const [local, domain] = [address.slice(0, at), address.slice(at + 1)]
  if (!/^[a-z0-9!#$%&'*+/=?^_`{|}~-][a-z0-9.!#$%&'*+/=?^_`{|}~-]{0,63}$/.test(local))
    return undefined
  const labels = domain.split('.')
  if (labels.length < 2) return undefined
  if (!labels.every(label => /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/.test(label))) return undefined
  return address as MailAddress
}
