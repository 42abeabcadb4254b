import net, { type AddressInfo } from 'node:net'

/** A WHOIS server on this machine that says what it was told to say. */
export type WhoisReplayer = AsyncDisposable & {
  readonly port: number
  /** The lines that were sent to it. */
  readonly asked: readonly string[]
}

/** Starts one; `answer` hears the line without its end. */
export async function whoisReplayer(
  answer: (query: string) => string | Buffer,
): Promise<WhoisReplayer> {
  const asked: string[] = []
  const server = net.createServer(socket => {
    let heard = ''
    socket.on('error', () => undefined)
    socket.on('data', bytes => {
      heard += bytes.toString('latin1')
      const end = heard.indexOf('\r\n')
      if (end === -1) return
      const query = heard.slice(0, end)
      heard = ''
      asked.push(query)
      socket.end(answer(query))
    })
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  return {
    port: (server.address() as AddressInfo).port,
    asked,
    [Symbol.asyncDispose]: () => new Promise<void>(resolve => server.close(() => resolve())),
  }
}
