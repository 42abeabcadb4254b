import { mkdtempSync, rmSync } from 'node:fs'
import { cpus, loadavg, release, tmpdir } from 'node:os'
import { join } from 'node:path'
import { benchServer } from './collect/server.ts'
import { benchStore } from './collect/store.ts'

// How fast a collector takes in, reads and answers. `--millions=20` fills the store with as many cells as issue 4 asks
// for, which takes half an hour; `--only=store` and `--only=server` leave the other half out.

const flags = new Map(
  process.argv.slice(2).map(flag => flag.slice(2).split('=') as [string, string]),
)
const only = flags.get('only')
const folder = mkdtempSync(join(tmpdir(), 'redalert-bench-'))
try {
  const [cpu] = cpus()
  console.log(
    `${cpu?.model ?? 'unknown processor'}, ${cpus().length} cores, ${process.platform} ${release()}, Node ${process.version}, load ${loadavg()[0]?.toFixed(1)}`,
  )
  if (only !== 'store') await benchServer(folder)
  if (only !== 'server') await benchStore(folder, Number(flags.get('millions') ?? 1) * 1e6)
} finally {
  rmSync(folder, { recursive: true })
}
