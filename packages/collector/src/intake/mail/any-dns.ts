import type { DNSResolver } from 'mailauth'

/** What the DNS of tests says: records of type TXT by name. Nothing else is there. */
export function anyDns(texts: Readonly<Record<string, string>>): DNSResolver {
  return async (domain: string, type: string) => {
    const text = type === 'TXT' ? texts[domain] : undefined
    if (text === undefined) throw Object.assign(new Error('not found'), { code: 'ENOTFOUND' })
    return [[text]]
  }
}
