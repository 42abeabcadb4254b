// @ts-check
// npm run bundle [-- file]: makes dist/redalert.mjs, the scanner as one file that runs alone on Node 20 and newer.
import { chmodSync } from 'node:fs'
import { join, relative, resolve } from 'node:path'
import { root } from './root.js'
import { setUp } from './setup.js'

setUp()
const { rolldown } = await import('rolldown')
const { compile } = await import('./compile.js')
const { licences } = await import('./licences.js')

const [given] = process.argv.slice(2)
const file = given
  ? resolve(process.env.INIT_CWD ?? '.', given)
  : join(root, 'dist', 'redalert.mjs')
const cli = join(root, 'packages', 'scanner', 'src', 'cli.ts')
const start = `
  import { main } from ${JSON.stringify(cli)}
  process.exitCode = await main(process.argv.slice(2), process)
`
const bundle = await rolldown({
  ...compile,
  input: 'start',
  external: id => id.startsWith('node:'),
  plugins: [
    {
      name: 'start',
      resolveId: id => (id === 'start' ? 'start' : undefined),
      load: id => (id === 'start' ? start : undefined),
    },
  ],
})
await bundle.write({
  file,
  codeSplitting: false,
  minify: true,
  banner: `#!/usr/bin/env node\n${licences('scanner')}`,
})
await bundle.close()
chmodSync(file, 0o755)
process.stdout.write(`${relative(process.cwd(), file)}\n`)
