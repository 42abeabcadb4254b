import type { FastifyInstance, FastifyRequest } from 'fastify'
import { contains, parseAddress, parseNetwork } from '@redalert/core'
import { sendProblem } from './problem.ts'
import type { Metrics } from './metrics.ts'

/** What an operator's own programs ask. */
export type OperatorOptions = {
  readonly metrics: Metrics
  /** Why nothing should be sent here now; undefined when all is well. */
  readonly notReady: () => string | undefined
}

/** Adds `/healthz`, `/readyz` and, for this machine alone, `/metrics`. */
export function operatorRoutes(
  server: FastifyInstance,
  { metrics, notReady }: OperatorOptions,
): void {
  server.get('/healthz', async (_request, reply) => reply.type('text/plain').send('ok\n'))
  server.get('/readyz', async (_request, reply) => {
    const reason = notReady()
    if (reason === undefined) return reply.type('text/plain').send('ready\n')
    return sendProblem(reply, { status: 503, title: 'Not ready', detail: reason })
  })
  server.get('/metrics', async (request, reply) => {
    if (!isFromHere(request))
      return sendProblem(reply, {
        status: 404,
        title: 'Not found',
        detail: 'there is nothing at this address',
      })
    return reply.type('text/plain; version=0.0.4').send(metrics.text())
  })
}

const here = ['127.0.0.0/8', '::1/128']
  .map(text => parseNetwork(text))
  .filter(network => network !== undefined)

function isFromHere({ ip }: FastifyRequest): boolean {
  const address = parseAddress(ip)
  return address !== undefined && here.some(network => contains(network, address))
}
