// @ts-check
// npm run bundle [-- file]: makes dist/redalert.mjs, the scanner as one file that runs alone on Node 20 and newer.
import { join, relative, resolve } from 'node:path'
import { root } from './root.js'
import { setUp } from './setup.js'

setUp()
const { oneFile } = await import('./one-file.js')

const [given] = process.argv.slice(2)
const file = given
  ? resolve(process.env.INIT_CWD ?? '.', given)
  : join(root, 'dist', 'redalert.mjs')
await oneFile(file)
process.stdout.write(`${relative(process.cwd(), file)}\n`)
