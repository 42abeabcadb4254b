import { spawn } from 'node:child_process'
import type { Try } from '../sent.ts'
import { findSendmail } from './find-sendmail.ts'

/** Exit codes of sendmail (sysexits.h) that say that trying again will not help. */
const forGood: ReadonlySet<number> = new Set([64, 65, 67, 68])

const longestMs = 120_000

/** Hands a mail to this machine's mail system. */
export async function sendByMail(text: string, env: NodeJS.ProcessEnv): Promise<Try> {
  const program = await findSendmail(env)
  if (program === undefined) return { kind: 'later', reason: 'there is no sendmail here' }
  const { code, said } = await run(program, text.replaceAll('\r\n', '\n'))
  if (code === 0) return { kind: 'handed-over' }
  const reason = `sendmail failed with ${code ?? 'a signal'}${said === '' ? '' : `: ${said}`}`
  return code !== null && forGood.has(code)
    ? { kind: 'refused', reason }
    : { kind: 'later', reason }
}

/** `-t` takes the recipient from the mail, `-i` lets a lone dot be text. */
function run(program: string, text: string): Promise<{ code: number | null; said: string }> {
  return new Promise(resolve => {
    const child = spawn(program, ['-t', '-i'], {
      stdio: ['pipe', 'ignore', 'pipe'],
      timeout: longestMs,
    })
    let said = ''
    child.stderr.on('data', (chunk: Buffer) => {
      if (said.length < 1000) said += chunk.toString('utf8')
    })
    // It may end without reading all; its exit code says why.
    child.stdin.on('error', () => undefined)
    child.on('error', error => resolve({ code: null, said: error.message }))
    child.on('close', code => resolve({ code, said: said.trim().slice(0, 300) }))
    child.stdin.end(text)
  })
}
