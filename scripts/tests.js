// @ts-check
// npm run check:tests [-- word ...]: runs the tests, or those whose file names hold a word; --long adds the long ones.
import { filesBelow, packageFolders } from './files.js'
import { follow } from './follow.js'
import { root } from './root.js'
import { setUp } from './setup.js'
import { sourceCondition } from './source-node.js'

const node = setUp()
const given = process.argv.slice(2)
const long = given.includes('--long')
const words = given.filter(word => !word.startsWith('--'))
const places = [
  ...packageFolders().flatMap(name => [`packages/${name}/src`, `packages/${name}/test`]),
  'test',
]
const files = places
  .flatMap(place => filesBelow(place, '.test.ts'))
  .filter(file => long || !file.endsWith('.long.test.ts'))
  .filter(file => words.length === 0 || words.some(word => file.includes(word)))
if (files.length === 0) {
  process.stderr.write(
    `No test file was found${words.length > 0 ? ` for ${words.join(', ')}` : ''}.\n`,
  )
  process.exit(1)
}
const reporter = ['--test-reporter=./scripts/reporter.js', '--test-reporter-destination=stdout']
await follow(node, [sourceCondition, '--test', ...reporter, ...files], root)
