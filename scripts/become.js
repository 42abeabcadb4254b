// @ts-check
import process from 'node:process'
import { follow } from './follow.js'
import { setUp } from './setup.js'
import { isSourceNode, sourceCondition } from './source-node.js'

/** Makes this process one that runs the repository's TypeScript; if it cannot be one, it becomes another. */
export async function becomeSourceProcess() {
  const node = setUp()
  const flags = [...process.execArgv, ...(process.env.NODE_OPTIONS ?? '').split(' ')]
  if (isSourceNode && flags.includes(sourceCondition)) return
  await follow(node, [sourceCondition, ...process.execArgv, ...process.argv.slice(1)])
}
