import { spawnSync, type SpawnSyncReturns } from 'node:child_process'
import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'

/** The environment that a person outside this repository has: nothing of npm's or the test runner's. */
export function outsideEnvironment(): NodeJS.ProcessEnv {
  const kept = Object.entries(process.env).filter(
    ([name]) => !/^npm_|^NODE_OPTIONS$|^NODE_TEST|^INIT_CWD$|^NODE$/i.test(name),
  )
  return { ...Object.fromEntries(kept), PATH: outsideFolders().join(delimiter) }
}

/** The machine's own Node, which may be older than the one that runs the tests. */
export function outsideNode(): string {
  const program = process.platform === 'win32' ? 'node.exe' : 'node'
  const folder = outsideFolders().find(one => existsSync(join(one, program)))
  return folder ? join(folder, program) : process.execPath
}

/** Runs a script with a Node of one's choice, as a person outside this repository would. */
export function runOutside(
  node: string,
  parameters: readonly string[],
  folder: string,
): SpawnSyncReturns<string> {
  return spawnSync(node, parameters, { cwd: folder, encoding: 'utf8', env: outsideEnvironment() })
}

function outsideFolders(): readonly string[] {
  return (process.env.PATH ?? '')
    .split(delimiter)
    .filter(one => !/node_modules|node-gyp-bin/.test(one))
}
