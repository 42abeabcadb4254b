// @ts-check
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { packageFolders } from './files.js'
import { root } from './root.js'

/** The licences of the packages of others that ours need, as the comment that goes with a copy of them. */
export function licences() {
  const needed = packageFolders().flatMap(name =>
    Object.keys(manifestIn(join(root, 'packages', name)).dependencies ?? {}),
  )
  return [...new Set(needed)]
    .filter(name => !name.startsWith('@redalert/'))
    .map(name => {
      const folder = join(root, 'node_modules', name)
      const file = readdirSync(folder).find(one => /^licen[cs]e/i.test(one))
      if (file === undefined) throw new Error(`${name} brings no licence: it cannot be copied.`)
      const text = readFileSync(join(folder, file), 'utf8').trim()
      return `/*!\n${name} ${manifestIn(folder).version}\n\n${text}\n*/`
    })
    .join('\n')
}

/** @param {string} folder */
function manifestIn(folder) {
  return JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
}
