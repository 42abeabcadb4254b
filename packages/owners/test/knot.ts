import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type DebianServer, freePort, startServer } from './debian-program.ts'

/** Knot as the name server of example.org. */
export type KnotServer = DebianServer & {
  readonly port: number
  /** Says something else from now on. */
  readonly change: (records: readonly string[]) => Promise<void>
}

/** Starts it with some records: `rdap A 127.0.0.1`. */
export async function knotServer(records: readonly string[]): Promise<KnotServer> {
  const port = await freePort()
  let serial = 1
  const zone = (folder: string, some: readonly string[]) =>
    writeFileSync(
      join(folder, 'example.org.zone'),
      `$ORIGIN example.org.\n$TTL 0\n@ SOA ns admin ${serial++} 1 1 1 0\n@ NS ns\nns A 127.0.0.1\n${some.join('\n')}\n`,
    )
  const server = await startServer('knotd', port, folder => {
    zone(folder, records)
    const configuration = join(folder, 'knot.conf')
    writeFileSync(
      configuration,
      `server:
  rundir: "${folder}"
  listen: 127.0.0.1@${port}
database:
  storage: "${folder}"
template:
  - id: default
    storage: "${folder}"
    zonefile-load: whole
    journal-content: none
zone:
  - domain: example.org
    file: example.org.zone
log:
  - target: stderr
    any: warning
`,
    )
    return ['-c', configuration]
  })
  return {
    ...server,
    port,
    async change(some) {
      zone(server.folder, some)
      server.process.kill('SIGHUP')
      await new Promise(resolve => setTimeout(resolve, 300))
    },
  }
}
