import type { Remedies } from '../remedy.ts'
import { witness } from '../witness.ts'
import { oldLogs, ownLog } from './own-log.ts'

/** For nginx, of whatever version. */
export const nginxRemedies: Remedies = folder => [
  {
    for: ['port', 'port-ambiguous', 'agent', 'referer', 'query', 'names', 'access-log', 'format'],
    where: 'in the http block, and the second line beside the access_log line that writes the log',
    lines: [witness.nginx, `access_log ${folder.replaceAll('\\', '/')}witness.log witness;`],
    note: ownLog,
  },
  {
    for: ['proxy'],
    where: 'in the http block, with the addresses of your own proxies (ngx_http_realip_module)',
    lines: [
      'set_real_ip_from 192.0.2.1;',
      'real_ip_header X-Forwarded-For;',
      'real_ip_recursive on;',
    ],
    note: 'From then on $remote_addr is the client behind the proxy, and $remote_port its port if the proxy sends that too.',
  },
  {
    for: ['zone'],
    where: 'in the unit of the service (systemctl edit nginx), and start it anew',
    lines: ['[Service]', 'Environment=TZ=UTC'],
    note: oldLogs,
  },
]
