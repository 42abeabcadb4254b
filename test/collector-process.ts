import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'

/** A collector in a process of its own. */
export type CollectorProcess = {
  readonly url: string
  readonly process: ChildProcess
  /** Resolves with the signal that ended it, or null when it ended by itself. */
  readonly ended: Promise<NodeJS.Signals | null>
}

/** Starts `serve` on a folder, behind other words when these are given, and waits until it takes things in. */
export async function startProcess(
  program: string,
  folder: string,
  before: readonly string[] = [],
): Promise<CollectorProcess> {
  const words = ['--data', folder, '--http', '127.0.0.1:0', '--smtp', 'off', '--exercise']
  const [name = '', ...rest] = [...before, process.execPath, program, 'serve', ...words]
  const serving = spawn(name, rest, { stdio: ['ignore', 'ignore', 'pipe'] })
  const ended = once(serving, 'close').then(([, signal]) => signal as NodeJS.Signals | null)
  const url = await new Promise<string>((resolve, reject) => {
    const lines: string[] = []
    createInterface(serving.stderr).on('line', line => {
      const [, port] = /"http":(\d+)/.exec(line) ?? []
      if (port !== undefined) resolve(`http://127.0.0.1:${port}`)
      else lines.push(line)
    })
    void ended.then(() => reject(new Error(`it did not start: ${lines.join('\n')}`)))
  })
  return { url, process: serving, ended }
}

/** Stops a collector as an operator does. */
export async function stopProcess({ process, ended }: CollectorProcess): Promise<void> {
  process.kill('SIGTERM')
  await ended
}

/** Everything that a stopped collector keeps, as `export` writes it. */
export function exported(program: string, folder: string): string {
  const { stdout, stderr, status } = spawnSync(
    process.execPath,
    [program, 'export', '--data', folder],
    { encoding: 'utf8', maxBuffer: 1024 * 1024 * 1024 },
  )
  if (status !== 0) throw new Error(stderr)
  return stdout
}
