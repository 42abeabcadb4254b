import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { after } from 'node:test'
import { root } from '../scripts/root.js'
import { stage } from '../scripts/stage.js'

/** The collector as it is published, beside the packages that it needs. */
export type StagedCollector = {
  /** A folder that goes when the tests of the file are over. */
  readonly folder: string
  readonly home: string
  readonly program: string
}

const folder = mkdtempSync(join(tmpdir(), 'redalert-staged-'))
after(() => rmSync(folder, { recursive: true, force: true }))

const ours = '@redalert/'

/** Compiles the collector, and all of ours that it needs, and puts it where a test can start it. */
export async function stagedCollector(): Promise<StagedCollector> {
  const home = await staged('collector', new Set())
  return { folder, home, program: join(home, 'bin', 'redalert-collector.js') }
}

async function staged(name: string, done: Set<string>): Promise<string> {
  const place = join(folder, name)
  if (done.has(name)) return place
  done.add(name)
  await stage(name, place)
  const { dependencies = {} } = JSON.parse(readFileSync(join(place, 'package.json'), 'utf8')) as {
    readonly dependencies?: Readonly<Record<string, string>>
  }
  for (const needed of Object.keys(dependencies)) {
    const link = join(place, 'node_modules', needed)
    mkdirSync(dirname(link), { recursive: true })
    symlinkSync(
      needed.startsWith(ours)
        ? await staged(needed.slice(ours.length), done)
        : join(root, 'node_modules', needed),
      link,
    )
  }
  return place
}
