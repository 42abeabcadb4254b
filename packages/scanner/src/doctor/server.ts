/** The servers that the doctor knows how to configure. */
export type Server = 'apache' | 'nginx' | 'iis' | 'caddy' | 'traefik'

/** What people call them. */
export const serverNames: Readonly<Record<Server, string>> = {
  apache: 'Apache httpd',
  nginx: 'nginx',
  iis: 'IIS',
  caddy: 'Caddy',
  traefik: 'Traefik',
}
