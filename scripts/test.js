// @ts-check
// npm test: sets the repository up if need be, then checks everything.
import { npm } from './npm.js'
import { setUp } from './setup.js'

setUp()
process.exitCode = npm(['run', '--silent', 'check'], { stdio: 'inherit' }).status ?? 2
