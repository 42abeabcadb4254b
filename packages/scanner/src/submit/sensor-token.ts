import { createHmac, randomBytes } from 'node:crypto'
import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** Gives each server a token that stands for its name outside: the same every time, and telling nobody the name. */
export type SensorTokens = (name: string) => string

/** The tokens of one owner; the key they rest on is made when there is none, and only its owner may read it. */
export function sensorTokens(folder: string): SensorTokens {
  const key = readKey(join(folder, 'sensor.key'), folder)
  return name => createHmac('sha256', key).update(name).digest('hex').slice(0, 16)
}

function readKey(path: string, folder: string): Buffer {
  const known = keyIn(path)
  if (known) return known
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const part = `${path}.${process.pid}.part`
  writeFileSync(part, `${randomBytes(32).toString('hex')}\n`, { mode: 0o600, flush: true })
  try {
    // Of two that make it at once, the first one's stays.
    linkSync(part, path)
  } catch (error) {
    if (!keyIn(path)) throw error
  } finally {
    rmSync(part, { force: true })
  }
  const made = keyIn(path)
  if (!made) throw new Error(`${path} holds no key`)
  return made
}

function keyIn(path: string): Buffer | undefined {
  try {
    const hex = readFileSync(path, 'utf8').trim()
    return /^[0-9a-f]{64}$/.test(hex) ? Buffer.from(hex, 'hex') : undefined
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined
    throw error
  }
}
