/** A mail address of the plain kind, `abuse@example.org`: ASCII, no quotes, no comments. Only {@link parseMailAddress} makes one. */
export type MailAddress = string & { readonly _: 'MailAddress' }

const atoms = /^[A-Za-z0-9!#$%&'*+\-/=?^_`{|}~]+$/
const label = /^[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?$/

/** Reads a mail address, or gives undefined when the text is none that every mail program reads alike. */
export function parseMailAddress(text: string): MailAddress | undefined {
  if (text.length > 254) return undefined
  const [local = '', domain = '', ...more] = text.split('@')
  if (more.length > 0 || local.length > 64) return undefined
  if (!local.split('.').every(atom => atoms.test(atom))) return undefined
  const labels = domain.split('.')
  if (labels.length < 2 || !labels.every(each => label.test(each))) return undefined
  return /^[A-Za-z]/.test(labels.at(-1) ?? '') ? (text as MailAddress) : undefined
}

/** The domain of a mail address, in lower case. */
export function domainOf(address: MailAddress): string {
  return address.slice(address.indexOf('@') + 1).toLowerCase()
}
