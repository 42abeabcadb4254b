/**
 * The domains of those who hand addresses out. They answer "not us" to a report about a customer, and their
 * mailboxes stand in answers and footers where an owner's is expected.
 */
export const registryDomains: readonly string[] = [
  'iana.org',
  'icann.org',
  'nro.net',
  'afrinic.net',
  'apnic.net',
  'arin.net',
  'lacnic.net',
  'ripe.net',
  'apjii.or.id',
  'cert.br',
  'cnnic.cn',
  'cnnic.net.cn',
  'iar.mx',
  'idnic.id',
  'idnic.net',
  'irinn.in',
  'kisa.or.kr',
  'krnic.net',
  'krnic.or.kr',
  'lacnic.org',
  'nic.ad.jp',
  'nic.br',
  'nic.mx',
  'nic.or.kr',
  'nida.or.kr',
  'nixi.in',
  'registro.br',
  'twnic.net',
  'twnic.net.tw',
  'twnic.tw',
  'vnnic.net.vn',
  'vnnic.vn',
]

/** Mailboxes that registries write where they have none: nobody reads them. */
export const registryMailboxes =
  /^(?:nobody|unread|no-?reply|do-?not-?reply|none|null|devnull|mailer-daemon)@/i
