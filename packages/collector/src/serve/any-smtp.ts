import { equal } from 'node:assert/strict'
import { connect, type Socket } from 'node:net'

/** A client that says what it is told to say, and nothing else. */
export type SmtpClient = {
  /** Sends bytes as they are, and gives the code of the next answer; 0 when the connection is gone. */
  readonly say: (bytes: string | Buffer) => Promise<number>
  readonly answers: readonly string[]
  readonly socket: Socket
}

/** Connects, and reads the greeting. */
export async function smtpClient(port: number): Promise<SmtpClient> {
  const socket = connect(port, '127.0.0.1')
  const answers: string[] = []
  const waiting: ((code: number) => void)[] = []
  let text = ''
  let isGone = false
  socket.on('data', chunk => {
    text += chunk.toString('latin1')
    for (let end = text.indexOf('\n'); end !== -1; end = text.indexOf('\n')) {
      const line = text.slice(0, end).trimEnd()
      text = text.slice(end + 1)
      if (line.charAt(3) === '-') continue
      answers.push(line)
      waiting.shift()?.(Number(line.slice(0, 3)))
    }
  })
  const gone = (): void => {
    isGone = true
    for (const resolve of waiting.splice(0)) resolve(0)
  }
  socket.on('close', gone)
  socket.on('error', gone)
  const next = () => new Promise<number>(resolve => (isGone ? resolve(0) : waiting.push(resolve)))
  equal(await next(), 220)
  return {
    say(bytes) {
      const answer = next()
      socket.write(bytes)
      return answer
    },
    answers,
    socket,
  }
}

/** Sends a message as an honest client does; gives the code that acknowledged it, or that refused the recipient. */
export async function sendMail(
  port: number,
  message: Buffer,
  {
    from = 'owner@example.org',
    to = 'redalert@example.org',
  }: { readonly from?: string; readonly to?: string } = {},
): Promise<number> {
  const client = await smtpClient(port)
  try {
    await client.say('EHLO client.example.org\r\n')
    await client.say(`MAIL FROM:<${from}>\r\n`)
    const taken = await client.say(`RCPT TO:<${to}>\r\n`)
    if (taken !== 250) return taken
    await client.say('DATA\r\n')
    const stuffed = message.toString('latin1').replace(/^\./gm, '..')
    return await client.say(Buffer.from(`${stuffed.replace(/(?:\r\n)?$/, '\r\n')}.\r\n`, 'latin1'))
  } finally {
    client.socket.destroy()
  }
}
