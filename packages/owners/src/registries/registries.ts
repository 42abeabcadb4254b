import type { Registry } from './registry.ts'

/**
 * The five regional registries, and the national ones whose answers go further than those of the region. The paces
 * lie below what is published (LACNIC: 10 a minute) and are guesses where nothing is.
 */
export const registries: readonly Registry[] = [
  {
    name: 'arin',
    rdap: 'https://rdap.arin.net/registry/',
    whois: 'whois.arin.net',
    whoisQuery: 'n + ADDRESS',
    whoisForm: 'arin',
    pace: { perMinute: 60, burst: 2 },
  },
  {
    name: 'ripe',
    rdap: 'https://rdap.db.ripe.net/',
    whois: 'whois.ripe.net',
    // Without -r each answer counts persons, and a thousand persons a day are the end.
    whoisQuery: '-r ADDRESS',
    whoisForm: 'rpsl',
    pace: { perMinute: 60, burst: 2 },
  },
  {
    name: 'apnic',
    rdap: 'https://rdap.apnic.net/',
    whois: 'whois.apnic.net',
    whoisForm: 'rpsl',
    pace: { perMinute: 60, burst: 2 },
  },
  {
    name: 'lacnic',
    rdap: 'https://rdap.lacnic.net/rdap/',
    whois: 'whois.lacnic.net',
    whoisForm: 'rpsl',
    pace: { perMinute: 8, burst: 1 },
  },
  {
    name: 'afrinic',
    rdap: 'https://rdap.afrinic.net/rdap/',
    whois: 'whois.afrinic.net',
    whoisForm: 'rpsl',
    pace: { perMinute: 18, burst: 1 },
  },
  {
    name: 'registro.br',
    rdap: 'https://rdap.registro.br/',
    whois: 'whois.registro.br',
    whoisForm: 'rpsl',
    pace: { perMinute: 8, burst: 1 },
  },
  {
    name: 'jpnic',
    rdap: 'https://jpnic.rdap.apnic.net/',
    pace: { perMinute: 2, burst: 1 },
  },
  {
    name: 'krnic',
    rdap: 'https://krnic.rdap.apnic.net/',
    whois: 'whois.kisa.or.kr',
    whoisForm: 'krnic',
    pace: { perMinute: 2, burst: 1 },
  },
  { name: 'twnic', rdap: 'https://twnic.rdap.apnic.net/', pace: { perMinute: 2, burst: 1 } },
  { name: 'idnic', rdap: 'https://idnic.rdap.apnic.net/', pace: { perMinute: 2, burst: 1 } },
]
