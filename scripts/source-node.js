// @ts-check
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './root.js'

/** What makes the packages of this repository find each other's sources. */
export const sourceCondition = '--conditions=@redalert/source'

/** Whether the Node that runs this can run TypeScript as it stands. */
export const isSourceNode = Number.parseInt(process.versions.node, 10) >= 24

/** A Node that can: this one, or the one that npm brought for this machine, if it brought one. */
export function sourceNode() {
  if (isSourceNode) return process.execPath
  const { platform, arch } = process
  const prefix = platform === 'darwin' && arch === 'arm64' ? 'node-bin' : 'node'
  const system = platform === 'win32' ? 'win' : platform
  const program = platform === 'win32' ? 'node.exe' : 'node'
  const brought = join(root, 'node_modules', `${prefix}-${system}-${arch}`, 'bin', program)
  return existsSync(brought) ? brought : undefined
}
