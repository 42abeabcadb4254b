import type { Remedies } from '../remedy.ts'

/** For Caddy 2. */
export const caddyRemedies: Remedies = () => [
  {
    for: ['port', 'agent', 'referer', 'query', 'access-log', 'no-request', 'zone'],
    where: 'in the site block of the Caddyfile',
    lines: ['log {', '\tformat json', '}'],
    note: "Caddy's own JSON holds the port, the headers and the time.",
  },
  {
    for: ['proxy'],
    where: 'at the top of the Caddyfile, with the addresses of your own proxies',
    lines: ['{', '\tservers {', '\t\ttrusted_proxies static 192.0.2.1', '\t}', '}'],
    note: 'From then on client_ip is the client behind the proxy, and redalert takes it.',
  },
]
