// @ts-check
import { existsSync, readdirSync } from 'node:fs'
import { join, sep } from 'node:path'
import { root } from './root.js'

/**
 * The files below a folder of this repository whose names end so, sorted, with slashes.
 * @param {string} folder
 * @param {string} ending
 */
export function filesBelow(folder, ending) {
  if (!existsSync(join(root, folder))) return []
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .map(name => `${folder}/${name.split(sep).join('/')}`)
    .filter(name => name.endsWith(ending))
    .sort()
}

/** The folders that hold the packages. */
export function packageFolders() {
  return readdirSync(join(root, 'packages'), { withFileTypes: true })
    .filter(
      entry =>
        entry.isDirectory() && existsSync(join(root, 'packages', entry.name, 'package.json')),
    )
    .map(entry => entry.name)
}
