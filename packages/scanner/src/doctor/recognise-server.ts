import type { Recognised } from './examined.ts'
import type { Server } from './server.ts'

/** Looks for what tells one server's log from another's; gives the server when its signs outweigh all others. */
export type ServerRecogniser = {
  readonly add: (line: string, format: string | undefined) => void
  readonly server: () => Recognised | undefined
}

type Sign = {
  readonly server: Server
  /** Signs that are made on purpose weigh more than habits. */
  readonly weight: number
  readonly because: string
  readonly holds: (line: string, format: string | undefined) => boolean
}

const signs: readonly Sign[] = [
  {
    server: 'iis',
    weight: 100,
    because: 'it says so in its header',
    holds: line => line.startsWith('#Software: Microsoft Internet Information Services'),
  },
  {
    server: 'iis',
    weight: 100,
    because: 'its format is a format of IIS',
    holds: (_, format) => format === 'iis-native' || format === 'httperr',
  },
  {
    server: 'apache',
    weight: 100,
    because: "its format is that of Apache's error log",
    holds: (_, format) => format === 'error-log-apache',
  },
  {
    server: 'nginx',
    weight: 100,
    because: "its format is that of nginx's error log",
    holds: (_, format) => format === 'error-log-nginx',
  },
  {
    server: 'caddy',
    weight: 100,
    because: 'its lines name the logger of Caddy',
    holds: (line, format) => format === 'json-lines' && line.includes('"logger":"http.log.access'),
  },
  {
    server: 'traefik',
    weight: 100,
    because: 'its lines hold the fields of Traefik',
    holds: (line, format) => format === 'json-lines' && line.includes('"DownstreamStatus"'),
  },
  {
    server: 'traefik',
    weight: 50,
    because: 'its lines end with the router and the duration that Traefik writes',
    holds: (line, format) =>
      format === 'clf' &&
      /" \d{1,12} "[^"]{0,200}" "[^"]{0,200}" \d{1,12}ms$/.test(line.slice(-460)),
  },
  {
    server: 'nginx',
    weight: 20,
    because: 'its fields are called as variables of nginx',
    holds: (line, format) =>
      format === 'json-lines' && line.includes('"remote_addr"') && line.includes('"request_uri"'),
  },
  {
    server: 'apache',
    weight: 20,
    because: 'it has the virtual host before each line, as vhost_combined of Apache',
    holds: (_, format) => format === 'vhost-clf',
  },
  {
    server: 'nginx',
    weight: 10,
    because: 'it writes a status that only nginx knows',
    holds: (line, format) => format === 'clf' && /" (?:444|49[4-9]) \d/.test(line),
  },
  {
    server: 'nginx',
    weight: 5,
    because: 'it escapes quotes and bytes as nginx does',
    holds: (line, format) =>
      format === 'clf' && /(?<!\\)\\x(?:22|[0-9A-F][A-F]|[A-F][0-9])/.test(line),
  },
  {
    server: 'apache',
    weight: 5,
    because: 'it escapes quotes and bytes as Apache does',
    holds: (line, format) =>
      format === 'clf' && /(?<!\\)\\(?:"|x(?:[0-9a-f][a-f]|[a-f][0-9]))/.test(line),
  },
  {
    server: 'apache',
    weight: 5,
    because: 'it writes a dash for an empty answer, as Apache does',
    holds: (line, format) => format === 'clf' && /" \d{3} -(?: "|$)/.test(line),
  },
]

/** A recogniser for one log, which may lie where its server's logs lie. */
export function serverRecogniser(path: string | undefined): ServerRecogniser {
  const weights = new Map<Sign, number>()
  return {
    add(line, format) {
      for (const sign of signs) {
        if (!weights.has(sign) && sign.holds(line, format)) weights.set(sign, sign.weight)
      }
    },
    server() {
      const found = [...weights.keys()]
      const named = byPath(path)
      if (named) found.push(named)
      const [best, next] = [...new Set(found.map(({ server }) => server))]
        .map(server => {
          const own = found.filter(sign => sign.server === server)
          return { server, weight: own.reduce((sum, { weight }) => sum + weight, 0), own }
        })
        .toSorted((one, other) => other.weight - one.weight)
      if (!best || (next && next.weight === best.weight)) return undefined
      const strongest = best.own.toSorted((one, other) => other.weight - one.weight)[0]
      return { server: best.server, because: strongest?.because ?? '' }
    },
  }
}

/** Servers are installed with folders of their own for logs. */
function byPath(path: string | undefined): Sign | undefined {
  const folders = (path ?? '').toLowerCase().split(/[/\\]/)
  const names: readonly (readonly [Server, readonly string[]])[] = [
    ['apache', ['apache2', 'apache', 'httpd']],
    ['nginx', ['nginx']],
    ['iis', ['inetpub', 'logfiles']],
    ['caddy', ['caddy']],
    ['traefik', ['traefik']],
  ]
  const found = names.find(([, all]) => all.some(name => folders.includes(name)))
  if (!found) return undefined
  return { server: found[0], weight: 7, because: 'its folder is called so', holds: () => true }
}
