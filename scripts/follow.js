// @ts-check
import { spawn } from 'node:child_process'
import process from 'node:process'

const forwarded = /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])

/**
 * Lets another program take the place of this one: its streams, its signals, its end.
 * @param {string} program
 * @param {readonly string[]} parameters
 * @param {string} [folder]
 * @returns {Promise<never>}
 */
export async function follow(program, parameters, folder) {
  const child = spawn(program, parameters, { stdio: 'inherit', cwd: folder })
  const forward = (/** @type {NodeJS.Signals} */ signal) => {
    // A terminal has told both of us already.
    if (signal !== 'SIGINT' || !process.stdin.isTTY) child.kill(signal)
  }
  for (const signal of forwarded) process.on(signal, forward)
  /** @type {[number | null, NodeJS.Signals | null]} */
  const [code, signal] = await new Promise((resolve, reject) => {
    child.on('error', reject).on('close', (...end) => resolve(end))
  })
  for (const one of forwarded) process.off(one, forward)
  if (signal) process.kill(process.pid, signal)
  process.exit(code ?? 2)
}
