// @ts-check
import { spawnSync } from 'node:child_process'
import { basename } from 'node:path'
import { root } from './root.js'

/**
 * Runs npm: the very one that started this process if there is one, else the one in the path.
 * @param {readonly string[]} parameters
 * @param {import('node:child_process').SpawnSyncOptions} [options]
 */
export function npm(parameters, options) {
  const settings = { cwd: root, encoding: /** @type {const} */ ('utf8'), ...options }
  const running = process.env.npm_execpath ?? ''
  if (/^np[mx]-cli\.js$/.test(basename(running))) {
    const script = running.replace(/npx-cli\.js$/, 'npm-cli.js')
    return spawnSync(process.execPath, [script, ...parameters], settings)
  }
  if (process.platform !== 'win32') return spawnSync('npm', parameters, settings)
  return spawnSync('npm.cmd', parameters, { ...settings, shell: true })
}
