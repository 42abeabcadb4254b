import { createServer, type ServerOptions } from 'node:https'
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { testAuthority } from './certificates.ts'

/** A registry on this machine, with a certificate of its own authority. */
export type LoopbackRegistry = AsyncDisposable & {
  readonly port: number
  readonly ca: readonly string[]
  /** The paths that were asked for, in order. */
  readonly asked: readonly string[]
}

/** Starts a registry under some names; what it answers is up to the test. */
export async function loopbackRegistry(
  names: readonly string[],
  answer: (request: IncomingMessage, response: ServerResponse) => void,
): Promise<LoopbackRegistry> {
  const authority = testAuthority()
  const asked: string[] = []
  const listener: RequestListener = (request, response) => {
    asked.push(request.url ?? '')
    answer(request, response)
  }
  const options: ServerOptions = authority.issue(names)
  const server = createServer(options, listener)
  server.on('tlsClientError', () => undefined)
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  return {
    port: (server.address() as AddressInfo).port,
    ca: [authority.ca],
    asked,
    [Symbol.asyncDispose]: () =>
      new Promise<void>(resolve => {
        server.closeAllConnections()
        server.close(() => resolve())
      }),
  }
}

/** Answers with JSON as a registry does. */
export function sendRdap(response: ServerResponse, value: unknown, status = 200): void {
  response.writeHead(status, { 'content-type': 'application/rdap+json' })
  response.end(JSON.stringify(value))
}
