import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { after } from 'node:test'
import { fileURLToPath } from 'node:url'

/** The launcher of this clone, and what Node needs to run our sources. */
export const program = [
  '--conditions=@redalert/source',
  fileURLToPath(new URL('../../bin/redalert.js', import.meta.url)),
]

/** An environment in which nothing is a terminal and Node remembers what it compiled. */
export const environment: NodeJS.ProcessEnv = {
  ...Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !/^(?:NODE_|NO_COLOR|COLUMNS|npm_)/.test(name)),
  ),
  NODE_COMPILE_CACHE: join(tmpdir(), 'redalert-compiled'),
}

const folders: string[] = []
after(() => folders.forEach(folder => rmSync(folder, { recursive: true, force: true })))

/** A new folder with these files in it, which goes away with the tests. */
export function folderOf(files: Readonly<Record<string, string | Uint8Array>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'redalert-'))
  folders.push(folder)
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true })
    writeFileSync(join(folder, name), content)
  }
  return folder
}

export type Ran = {
  readonly code: number | null
  readonly out: string
  readonly told: string
}

export type RunOptions = {
  readonly input?: string | Uint8Array
  readonly env?: NodeJS.ProcessEnv
  /** Run as this user, which only root can. */
  readonly uid?: number
}

/** Runs the real program in a folder, as a shell would: its exit code, its output, what it told beside that. */
export function redalert(
  folder: string,
  words: readonly string[],
  { input = '', env = {}, uid }: RunOptions = {},
): Ran {
  const { status, stdout, stderr } = spawnSync(process.execPath, [...program, ...words], {
    cwd: folder,
    input,
    encoding: 'utf8',
    env: { ...environment, ...env },
    maxBuffer: 64 * 1024 * 1024,
    timeout: 60_000,
    ...(uid !== undefined && { uid }),
  })
  return { code: status, out: stdout, told: stderr }
}

/** The objects of `--json`, or those of one kind. */
// oxlint-disable-next-line typescript/no-explicit-any -- as any reader of JSON sees them
export function findings({ out }: Ran, kind?: string): any[] {
  const all = out
    .split('\n')
    .slice(0, -1)
    .map(line => JSON.parse(line))
  return kind === undefined ? all : all.filter(finding => finding.kind === kind)
}

/** Lets a run tell, at its end and on the standard error, how much memory it took at most. */
export const tellingMemory: RunOptions = {
  env: {
    NODE_OPTIONS:
      "--import=data:text/javascript,process.on('exit',()=>console.error('peak',process.resourceUsage().maxRSS))",
  },
}

/** What {@link tellingMemory} told, in MB. */
export function megabytesOf({ told }: Ran): number {
  const [, kilobytes] = /peak (\d+)/.exec(told) ?? []
  if (kilobytes === undefined) throw new Error(`no memory was told: ${told}`)
  return Number(kilobytes) / 1024
}
