// @ts-check
// npm run bench [-- word ... --flag ...]: runs the benchmarks, or those whose file names hold a word; flags are theirs.
import { spawnSync } from 'node:child_process'
import { filesBelow } from './files.js'
import { root } from './root.js'
import { setUp } from './setup.js'
import { sourceCondition } from './source-node.js'

const node = setUp()
const given = process.argv.slice(2)
const words = given.filter(word => !word.startsWith('--'))
const flags = given.filter(word => word.startsWith('--'))
const benches = filesBelow('bench', '.bench.ts').filter(
  file => words.length === 0 || words.some(word => file.includes(word)),
)
if (benches.length === 0)
  process.stdout.write('There is no such benchmark: bench/ holds no *.bench.ts file that fits.\n')
for (const file of benches) {
  process.stdout.write(`\n== ${file}\n`)
  const { status } = spawnSync(node, [sourceCondition, file, ...flags], {
    cwd: root,
    stdio: 'inherit',
  })
  if (status !== 0) process.exitCode = status ?? 2
}
