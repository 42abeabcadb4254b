#!/usr/bin/env node
import { existsSync } from 'node:fs'

const compiled = new URL('../dist/cli.js', import.meta.url)
const isPublished = existsSync(compiled)
if (!isPublished) await (await import('../../../scripts/become.js')).becomeSourceProcess()
const { main } = await import(
  isPublished ? compiled.href : new URL('../src/cli.ts', import.meta.url).href
)
process.exitCode = await main(process.argv.slice(2), process)
