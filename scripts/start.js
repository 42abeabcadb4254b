// @ts-check
// npm start [-- a redalert command line, or --keep]: without one, scans the example logs and holds an exercise of the rest.
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { follow } from './follow.js'
import { root } from './root.js'
import { setUp } from './setup.js'
import { sourceCondition } from './source-node.js'

const node = setUp()
const scanner = join(root, 'packages', 'scanner', 'bin', 'redalert.js')
const collector = join(root, 'packages', 'collector', 'bin', 'redalert-collector.js')
const given = process.argv.slice(2)
const keep = given.filter(word => word === '--keep')
if (given.length > keep.length)
  await follow(node, [sourceCondition, scanner, ...given], process.env.INIT_CWD)
const scan = [sourceCondition, scanner, 'scan', 'fixtures/logs/']
const { status, error } = spawnSync(node, scan, { stdio: 'inherit', cwd: root })
if (error) throw error
if (status !== 0) process.exit(status ?? 2)
process.stdout.write('\n')
await follow(node, [sourceCondition, collector, 'exercise', ...keep], root)
