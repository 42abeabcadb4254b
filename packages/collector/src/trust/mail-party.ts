import freeMail from './free-mail.json' with { type: 'json' }
import type { Party } from './party.ts'
import suffixes from './two-part-suffixes.json' with { type: 'json' }

const providers: ReadonlyMap<string, string> = new Map(
  Object.entries(freeMail).flatMap(([provider, domains]) =>
    domains.map(domain => [domain, provider]),
  ),
)
const twoPartSuffixes: ReadonlySet<string> = new Set(suffixes)

/** Where anybody gets an address for nothing: the provider's name, or undefined. */
export function freeMailProvider(address: string): string | undefined {
  return providers.get(domainOf(address)) ?? providers.get(registeredDomain(address))
}

/**
 * To whom a mail address belongs: whoever registered its domain. All of a free-mail provider are one, until an address
 * is known by what it told; then it is a party of its own, however many spellings it has.
 */
export function mailParty(address: string, { known }: { readonly known: boolean }): Party {
  const provider = freeMailProvider(address)
  if (provider === undefined) return `mail:${registeredDomain(address)}`
  return known ? `mail:${mailbox(address, provider)}@${provider}` : `mail:${provider}`
}

/** The part of a domain that somebody registered; where that is not known the shorter one, so that more count as one. */
function registeredDomain(address: string): string {
  const labels = domainOf(address).split('.')
  const suffix = labels.slice(-2).join('.')
  return labels.slice(twoPartSuffixes.has(suffix) ? -3 : -2).join('.')
}

function domainOf(address: string): string {
  const domain = address.slice(address.lastIndexOf('@') + 1).toLowerCase()
  return domain.endsWith('.') ? domain.slice(0, -1) : domain
}

/** `A.Name+tag` and `aname` are one mailbox of Google's, and `a+tag` is `a` nearly everywhere. */
function mailbox(address: string, provider: string): string {
  const local = address.slice(0, address.lastIndexOf('@')).toLowerCase()
  const plus = local.indexOf('+', 1)
  const plain = plus === -1 ? local : local.slice(0, plus)
  return provider === 'google' ? plain.replaceAll('.', '') : plain
}
