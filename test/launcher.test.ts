import { deepEqual, equal } from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { pathToFileURL } from 'node:url'
import { npm } from '../scripts/npm.js'
import { root } from '../scripts/root.js'
import { outsideEnvironment, outsideNode, runOutside } from './outside.ts'

const folder = mkdtempSync(join(tmpdir(), 'redalert-launcher-'))
after(() => rmSync(folder, { recursive: true, force: true }))

const become = pathToFileURL(join(root, 'scripts', 'become.js')).href

/** A program that becomes a source process first, as the launchers do. */
function program(name: string, rest: string): string {
  const file = join(folder, `${name}.mjs`)
  const start = `await (await import(${JSON.stringify(become)})).becomeSourceProcess()\n`
  writeFileSync(file, start + rest)
  return file
}

test("the clone's launcher runs from any folder on the machine's Node", () => {
  const launcher = join(root, 'packages', 'scanner', 'bin', 'redalert.js')
  const { status, stdout, stderr } = runOutside(outsideNode(), [launcher, '--version'], folder)
  deepEqual({ status, stderr }, { status: 0, stderr: '' })
  equal(/\d+\.\d+\.\d+/.test(stdout), true, stdout)
})

test('npm start and npx take file names from where the person stands', () => {
  const options = { cwd: join(root, 'fixtures'), env: outsideEnvironment() }
  for (const command of [
    ['start', '--silent', '--'],
    ['exec', '--', 'redalert'],
  ]) {
    const { status, stdout } = npm([...command, '-c', 'logs/example/ex010719.log'], options)
    deepEqual({ status, stdout }, { status: 0, stdout: '2\n' })
  }
})

test('words, folder and exit code pass through unchanged', () => {
  const said = program(
    'words',
    'console.log(JSON.stringify([process.cwd(), ...process.argv.slice(2)])); process.exitCode = 7',
  )
  const words = ['', 'two words', '--flag=ä', '--', '-']
  const { status, stdout } = runOutside(outsideNode(), [said, ...words], folder)
  equal(status, 7)
  deepEqual(JSON.parse(stdout), [folder, ...words])
})

for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) {
  test(`a ${signal} reaches the program, and its end by it is the launcher's end`, async () => {
    const waiting = program(
      signal,
      `process.once('${signal}', () => { console.log('told'); process.kill(process.pid, '${signal}') })
       setInterval(() => undefined, 1000)
       console.log('ready')`,
    )
    const child = spawn(outsideNode(), [waiting], {
      env: outsideEnvironment(),
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    let said = ''
    child.stdout.setEncoding('utf8').on('data', text => {
      said += text
      if (text.includes('ready')) child.kill(signal)
    })
    const [code, by] = await once(child, 'close')
    deepEqual({ code, by, said }, { code: null, by: signal, said: 'ready\ntold\n' })
  })
}
