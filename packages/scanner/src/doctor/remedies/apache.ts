import type { Remedies } from '../remedy.ts'
import { witness } from '../witness.ts'
import { oldLogs, ownLog } from './own-log.ts'

/** For Apache httpd 2.4. */
export const apacheRemedies: Remedies = folder => [
  {
    for: ['port', 'port-ambiguous', 'agent', 'referer', 'query', 'names', 'access-log', 'format'],
    where: 'beside the CustomLog line that writes the log (mod_log_config)',
    lines: [witness.apache, `CustomLog "${folder.replaceAll('\\', '/')}witness.log" witness`],
    note: ownLog,
  },
  {
    for: ['proxy'],
    where: "in the server's configuration, with the addresses of your own proxies (mod_remoteip)",
    lines: ['RemoteIPHeader X-Forwarded-For', 'RemoteIPInternalProxy 192.0.2.1'],
    note: 'From then on %a is the client behind the proxy. The port in the log is then that of the proxy: let the proxy log the client with its port too.',
  },
  {
    for: ['missing-files'],
    where: 'beside the ErrorLog line',
    lines: ['LogLevel warn core:info'],
    note: 'Only the core of the server then says more; its other parts stay as they are.',
  },
  {
    for: ['zone'],
    where:
      'in the file that sets the environment of the server (envvars on Debian), and start it anew',
    lines: ['export TZ=UTC'],
    note: oldLogs,
  },
]
