// @ts-check
// Runs before anything is installed, on whatever Node there is: plain JavaScript, no dependencies.
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { npm } from './npm.js'
import { root } from './root.js'
import { sourceNode } from './source-node.js'

const modules = join(root, 'node_modules')
const stamp = join(modules, '.redalert-setup')

/** Installs what package-lock.json names, unless that was done; gives a Node that runs TypeScript. */
export function setUp() {
  const wanted = fingerprint()
  if (!existsSync(stamp) || readFileSync(stamp, 'utf8') !== wanted) install()
  return sourceNode() ?? give(noNode)
}

const noNode = `Setting up failed: npm brought no Node 24 for this machine (${process.platform} ${process.arch}).
Install Node 24 or newer, then run the same command again.`

function install() {
  process.stderr.write('setting up (once, about 20 s) …\n')
  const how = existsSync(modules) ? 'install' : 'ci'
  const wholly = [
    '--include=dev',
    '--include=optional',
    '--no-audit',
    '--no-fund',
    '--prefer-offline',
  ]
  const tersely = ['--loglevel=error', '--fetch-retries=1', '--fetch-retry-mintimeout=1000']
  const { status, stderr, error } = npm([how, ...wholly, ...tersely], {
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  if (status !== 0) give(explain(how, error ? error.message : String(stderr)))
  if (sourceNode()) writeFileSync(stamp, fingerprint())
}

function fingerprint() {
  return createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex')
}

/** One sentence on what failed, one on what to do. @param {string} how @param {string} said */
function explain(how, said) {
  const [code] =
    /\b(ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENOTCACHED|ENETUNREACH)\b/.exec(
      said,
    ) ?? []
  if (code) {
    return `Setting up failed: npm could not reach its registry (${code}).
Is there a network, or a proxy that npm must be told of? Then run the same command again.`
  }
  if (said.includes('ENOSPC')) return 'Setting up failed: the disk is full. It needs 400 MB.'
  const reason = said.split('\n').find(line => /^npm error (?!code )/.test(line)) ?? said.trim()
  return `Setting up failed: npm ${how} says: ${reason.replace(/^npm error /, '') || 'nothing'}
Run "npm ${how}" in ${root} to see all of it.`
}

/** @param {string} message @returns {never} */
function give(message) {
  process.stderr.write(`${message}\n`)
  process.exit(2)
}
