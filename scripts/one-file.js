// @ts-check
import { chmodSync } from 'node:fs'
import { join } from 'node:path'
import { rolldown } from 'rolldown'
import { compile } from './compile.js'
import { licences } from './licences.js'
import { root } from './root.js'

/** Makes the scanner one file that runs alone on Node 20 and newer. @param {string} file */
export async function oneFile(file) {
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
}
