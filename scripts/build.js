// @ts-check
// npm run build: makes every package, as it is to be published, in dist/packages/.
import { join } from 'node:path'
import { packageFolders } from './files.js'
import { root } from './root.js'
import { setUp } from './setup.js'

setUp()
const { stage } = await import('./stage.js')
for (const name of packageFolders()) {
  await stage(name, join(root, 'dist', 'packages', name))
  process.stdout.write(`dist/packages/${name}\n`)
}
