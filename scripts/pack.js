// @ts-check
// npm run pack [-- folder]: packs every package into a tarball, in dist/ or in the folder.
import { resolve } from 'node:path'
import { packageFolders } from './files.js'
import { npm } from './npm.js'
import { root } from './root.js'
import { setUp } from './setup.js'

setUp()
const { stage } = await import('./stage.js')
const [given] = process.argv.slice(2)
const folder = given ? resolve(process.env.INIT_CWD ?? '.', given) : resolve(root, 'dist')
for (const name of packageFolders()) {
  const staged = resolve(folder, 'packages', name)
  await stage(name, staged)
  const { status } = npm(['pack', '--silent', staged, '--pack-destination', folder], {
    stdio: 'inherit',
  })
  if (status !== 0) process.exitCode = status ?? 2
}
