// @ts-check
import { spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { rolldown } from 'rolldown'
import { compile } from './compile.js'
import { filesBelow } from './files.js'
import { oneFile } from './one-file.js'
import { root } from './root.js'

/**
 * Puts a package, as it is to be published, into a folder of its own, so that no compiled file and no
 * changed manifest ever stands beside the source.
 * @param {string} name the package's folder in packages/
 * @param {string} folder
 */
export async function stage(name, folder) {
  const home = join(root, 'packages', name)
  const manifest = JSON.parse(readFileSync(join(home, 'package.json'), 'utf8'))
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, 'package.json'), `${JSON.stringify(published(manifest), null, 2)}\n`)
  cpSync(join(root, 'LICENSE'), join(folder, 'LICENSE'))
  for (const extra of ['bin', 'README.md', 'CHANGELOG.md']) {
    if (existsSync(join(home, extra)))
      cpSync(join(home, extra), join(folder, extra), { recursive: true })
  }
  const bundle = await rolldown({
    ...compile,
    input: { ...entriesOf(home, manifest), ...workersOf(name) },
    external: id => id.startsWith('node:') || packageOf(id) in (manifest.dependencies ?? {}),
  })
  await bundle.write({
    dir: join(folder, 'dist'),
    entryFileNames: '[name].js',
    chunkFileNames: '[name].js',
  })
  await bundle.close()
  // A collector hands the scanner out.
  if (name === 'collector') await oneFile(join(folder, 'dist', 'redalert.mjs'))
  if (manifest.exports) declare(home, join(folder, 'dist'))
}

/** The programs and the public names of a package, by the file that each becomes. @param {string} home @param {Record<string, any>} manifest */
function entriesOf(home, manifest) {
  const names = Object.entries(manifest.exports ?? {}).map(([name, ways]) => [
    name === '.' ? 'index' : name.slice('./'.length),
    join(home, ways['@redalert/source']),
  ])
  return Object.fromEntries(manifest.bin ? [...names, ['cli', join(home, 'src', 'cli.ts')]] : names)
}

/** What is started in a thread of its own is a file of its own. @param {string} name */
function workersOf(name) {
  const files = filesBelow(`packages/${name}/src`, '-worker.ts')
  return Object.fromEntries(files.map(file => [basename(file, '.ts'), join(root, file)]))
}

/** The package that an import is of: `nodemailer` of `nodemailer/lib/mime-node`. @param {string} id */
function packageOf(id) {
  return id
    .split('/')
    .slice(0, id.startsWith('@') ? 2 : 1)
    .join('/')
}

/** The manifest without what only this repository understands. @param {Record<string, any>} manifest */
function published(manifest) {
  const kept = structuredClone(manifest)
  delete kept.scripts
  delete kept.devDependencies
  for (const ways of Object.values(kept.exports ?? {})) delete ways['@redalert/source']
  delete kept.publishConfig.directory
  return kept
}

/** @param {string} home @param {string} folder */
function declare(home, folder) {
  const tsc = join(root, 'node_modules', 'typescript', 'bin', 'tsc')
  const parameters = ['--project', join(home, 'tsconfig.build.json'), '--outDir', folder]
  const { status } = spawnSync(process.execPath, [tsc, ...parameters], { stdio: 'inherit' })
  if (status !== 0)
    throw new Error(`The types of ${home} could not be declared: see what tsc says above.`)
}
