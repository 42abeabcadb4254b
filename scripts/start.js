// @ts-check
// npm start [-- a redalert command line]: without one, scans the example logs.
import { join } from 'node:path'
import { follow } from './follow.js'
import { root } from './root.js'
import { setUp } from './setup.js'
import { sourceCondition } from './source-node.js'

const node = setUp()
const launcher = join(root, 'packages', 'scanner', 'bin', 'redalert.js')
const given = process.argv.slice(2)
if (given.length > 0)
  await follow(node, [sourceCondition, launcher, ...given], process.env.INIT_CWD)
await follow(node, [sourceCondition, launcher, 'scan', 'fixtures/logs/'], root)
