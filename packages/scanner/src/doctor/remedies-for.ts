import type { AdviceCode } from './advice.ts'
import { apacheRemedies } from './remedies/apache.ts'
import { caddyRemedies } from './remedies/caddy.ts'
import { iisRemedies } from './remedies/iis.ts'
import { nginxRemedies } from './remedies/nginx.ts'
import { traefikRemedies } from './remedies/traefik.ts'
import type { Remedies, Remedy } from './remedy.ts'
import type { Server } from './server.ts'

const remedies: Readonly<Record<Server, Remedies>> = {
  apache: apacheRemedies,
  nginx: nginxRemedies,
  iis: iisRemedies,
  caddy: caddyRemedies,
  traefik: traefikRemedies,
}

/** What to write into the configuration of a server for what its logs lack. */
export function remediesFor(
  server: Server,
  codes: readonly AdviceCode[],
  folder: string,
): readonly Remedy[] {
  return remedies[server](folder)
    .map(remedy => ({ server, ...remedy, for: remedy.for.filter(code => codes.includes(code)) }))
    .filter(remedy => remedy.for.length > 0)
}
