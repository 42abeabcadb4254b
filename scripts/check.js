// @ts-check
// npm run check: every check, the cheap ones first; the tests last, so that what they say is said last.
import { npm } from './npm.js'
import { setUp } from './setup.js'

const checks = ['format', 'lint', 'types', 'unused', 'tests']

setUp()
for (const check of checks) {
  process.stdout.write(`\n== ${check}\n`)
  const { status } = npm(['run', '--silent', `check:${check}`], { stdio: 'inherit' })
  if (status === 0) continue
  process.stderr.write(
    `\nThe check "${check}" failed; "npm run check:${check}" repeats it alone.\n`,
  )
  process.exitCode = status ?? 2
  break
}
