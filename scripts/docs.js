// @ts-check
// npm run docs: writes down what the program really says, in the documents that show it.
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { becomeSourceProcess } from './become.js'
import { root } from './root.js'

await becomeSourceProcess()
const { documents } = await import('./documents.js')
for (const { file, written } of documents) {
  const path = join(root, file)
  const text = written()
  if (text === readIfThere(path)) continue
  writeFileSync(path, text)
  process.stdout.write(`${file}\n`)
}

/** @param {string} path */
function readIfThere(path) {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return undefined
  }
}
