import { equal, match, ok } from 'node:assert/strict'
import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { createWriteStream } from 'node:fs'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { environment, folderOf, program } from './program.ts'
import { codeRed, visitor } from './sample-lines.ts'

/** Gives a program a terminal of 100 columns for its input, output and errors. */
const terminal = `
import fcntl, os, pty, struct, sys, termios
pid, screen = pty.fork()
if pid == 0: os.execvp(sys.argv[1], sys.argv[1:])
fcntl.ioctl(screen, termios.TIOCSWINSZ, struct.pack('HHHH', 30, 100, 0, 0))
while True:
    try: shown = os.read(screen, 65536)
    except OSError: break
    if not shown: break
    os.write(1, shown)
sys.exit(os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]))
`

const { status } = spawnSync('python3', ['-c', 'import pty'])
const options = { skip: status === 0 ? false : 'python3 is not installed', timeout: 60_000 }

function onTerminal(folder: string, words: readonly string[], env: NodeJS.ProcessEnv = {}) {
  const command = ['-c', terminal, process.execPath, ...program, ...words]
  const child = spawn('python3', command, {
    cwd: folder,
    env: { ...environment, TERM: 'xterm', ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const closed = once(child, 'close')
  return async () => {
    const shown = await text(child.stdout)
    const [code] = await closed
    return { code, shown: shown.replaceAll('\r\n', '\n').replaceAll('\x1b', '<ESC>') }
  }
}

test('without any word, a terminal shows help', options, async () => {
  const { code, shown } = await onTerminal(folderOf({}), [])()
  equal(code, 0)
  match(shown, /^redalert says which machines .*Usage: redalert /s)
})

test('scan without a file asks for one and does not wait for what is typed', options, async () => {
  const { code, shown } = await onTerminal(folderOf({}), ['scan'])()
  equal(code, 2)
  match(shown, /^redalert: name a file or a folder, or - for the standard input/)
})

test('a terminal shows colours and takes its whole width', options, async () => {
  const folder = folderOf({ 'a.log': codeRed('192.0.2.7') })
  const { code, shown } = await onTerminal(folder, ['a.log'])()
  equal(code, 0)
  match(shown, /<ESC>\[1;31mCode Red, infected:<ESC>\[0m/)
  match(shown, /2001-07-19 14:08:55/)
  ok(!shown.includes('\r'), 'a short scan shows no progress')
  const plain = await onTerminal(folder, ['a.log'], { NO_COLOR: '1' })()
  ok(!plain.shown.includes('<ESC>'))
})

test('after a second a terminal shows how far it is, and the line goes away', options, async () => {
  const folder = folderOf({})
  spawnSync('mkfifo', [join(folder, 'pipe')])
  const shows = onTerminal(folder, ['pipe'])
  const pipe = createWriteStream(join(folder, 'pipe'))
  await once(pipe, 'open')
  for (let round = 0; round < 25; round++) {
    pipe.write(visitor.repeat(1000))
    await sleep(100)
  }
  pipe.end()
  const { code, shown } = await shows()
  equal(code, 1)
  match(shown, /\r<ESC>\[K[\d.]+ [kM]B {2}[\d.]+ [kM]B\/s {2}[\d,]+ lines\r<ESC>\[K/)
  match(shown, /\r<ESC>\[K<ESC>\[1mNothing found/)
})
