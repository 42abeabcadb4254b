import type { Remedies } from '../remedy.ts'

/** For Traefik 2 and 3. */
export const traefikRemedies: Remedies = () => [
  {
    for: ['port', 'agent', 'referer', 'query', 'access-log', 'no-request'],
    where: 'in the static configuration',
    lines: json('User-Agent', 'Referer'),
    note: "Traefik's JSON holds the port; of the headers only those that are named.",
  },
  {
    for: ['proxy'],
    where: 'in the static configuration',
    lines: json('X-Forwarded-For', 'User-Agent', 'Referer'),
    note: 'Then scan with --client-from X-Forwarded-For --trusted-proxy and the addresses of your own proxies.',
  },
]

function json(...headers: readonly string[]): readonly string[] {
  return [
    'accessLog:',
    '  format: json',
    '  fields:',
    '    headers:',
    '      names:',
    ...headers.map(header => `        ${header}: keep`),
  ]
}
