import 'node:test'
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { environment, program, type Ran } from './program.ts'

export type Beside = {
  readonly folder: string
  readonly env?: NodeJS.ProcessEnv
  /** Ends it with SIGKILL after so many milliseconds. */
  readonly killAfter?: number
}

/** Runs the real program with a state folder of its own, while this process does something else, such as being its collector. */
export function besides(
  words: readonly string[],
  { folder, env = {}, killAfter }: Beside,
  input = '',
): Promise<Ran> {
  const child = spawn(process.execPath, [...program, ...words], {
    cwd: folder,
    env: { ...environment, XDG_STATE_HOME: join(folder, 'state'), ...env },
  })
  let [out, told] = ['', '']
  child.stdout.on('data', chunk => (out += chunk))
  child.stderr.on('data', chunk => (told += chunk))
  child.stdin.on('error', () => undefined)
  child.stdin.end(input)
  const timer =
    killAfter === undefined ? undefined : setTimeout(() => child.kill('SIGKILL'), killAfter)
  return new Promise(resolve =>
    child.on('close', code => {
      clearTimeout(timer)
      resolve({ code, out, told })
    }),
  )
}
