import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import net, { type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** Whether a program of Debian is there; a test that needs it is skipped where it is not. */
export function isInstalled(program: string, parameter: string): boolean {
  return (
    spawnSync(program, [parameter], { stdio: 'ignore', env: withSystemFolders() }).error ===
    undefined
  )
}

/** A server that runs in the foreground, in a folder of its own. */
export type DebianServer = AsyncDisposable & {
  readonly process: ChildProcess
  readonly folder: string
}

/** Starts a server, and waits until something listens at its port. */
export async function startServer(
  program: string,
  port: number,
  configure: (folder: string) => readonly string[],
): Promise<DebianServer> {
  const folder = mkdtempSync(join(tmpdir(), `redalert-${program}-`))
  const process = spawn(program, configure(folder), {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: withSystemFolders(),
  })
  const said: string[] = []
  process.stdout.on('data', bytes => said.push(String(bytes)))
  process.stderr.on('data', bytes => said.push(String(bytes)))
  for (let tries = 0; !(await isListening(port)); tries++) {
    if (tries > 100 || process.exitCode !== null)
      throw new Error(`${program} does not listen at port ${port}: ${said.join('')}`)
    await new Promise(resolve => setTimeout(resolve, 50))
  }
  return {
    process,
    folder,
    async [Symbol.asyncDispose]() {
      const ended = new Promise(resolve => process.once('exit', resolve))
      process.kill()
      if (process.exitCode === null) await ended
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** A port of this machine at which nobody listens. */
export async function freePort(): Promise<number> {
  const server = net.createServer()
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  await new Promise(resolve => server.close(resolve))
  return port
}

function isListening(port: number): Promise<boolean> {
  return new Promise(resolve => {
    const socket = net.connect(port, '127.0.0.1')
    socket.once('connect', () => {
      socket.destroy()
      resolve(true)
    })
    socket.once('error', () => resolve(false))
  })
}

function withSystemFolders(): NodeJS.ProcessEnv {
  return { ...process.env, PATH: `${process.env.PATH}:/usr/sbin:/sbin` }
}
