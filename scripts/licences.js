// @ts-check
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './root.js'

const ours = '@redalert/'

/**
 * The licences of the packages of others that one of ours needs, as the comment that goes with a copy of them.
 * @param {string} name the package's folder in packages/
 */
export function licences(name) {
  return [...new Set(neededBy(name))]
    .map(name => {
      const folder = join(root, 'node_modules', name)
      const file = readdirSync(folder).find(one => /^licen[cs]e/i.test(one))
      if (file === undefined) throw new Error(`${name} brings no licence: it cannot be copied.`)
      const text = readFileSync(join(folder, file), 'utf8').trim()
      return `/*!\n${name} ${manifestIn(folder).version}\n\n${text}\n*/`
    })
    .join('\n')
}

/** The packages of others that one of ours needs, itself or through ours. @param {string} name @returns {string[]} */
function neededBy(name) {
  const direct = Object.keys(manifestIn(join(root, 'packages', name)).dependencies ?? {})
  return direct.flatMap(one => (one.startsWith(ours) ? neededBy(one.slice(ours.length)) : [one]))
}

/** @param {string} folder */
function manifestIn(folder) {
  return JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
}
