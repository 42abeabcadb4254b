import { fastify, type FastifyInstance } from 'fastify'
import { sendProblem } from './problem.ts'

/** Makes a server that takes any body as bytes, answers every fault as a problem, and gives slow clients no rest. */
export function makeServer({
  trustProxy,
}: {
  readonly trustProxy: readonly string[]
}): FastifyInstance {
  const server = fastify({
    logger: false,
    trustProxy: trustProxy.length > 0 ? [...trustProxy] : false,
    bodyLimit: 1024,
    requestTimeout: 60_000,
    connectionTimeout: 65_000,
    keepAliveTimeout: 10_000,
    http: { headersTimeout: 15_000, maxHeaderSize: 16 * 1024, connectionsCheckingInterval: 5000 },
    routerOptions: { maxParamLength: 200 },
    forceCloseConnections: 'idle',
  })
  server.removeAllContentTypeParsers()
  server.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) =>
    done(null, body),
  )
  server.setErrorHandler((error, _request, reply) => {
    const { statusCode = 500 } = error as { statusCode?: number }
    const status = statusCode >= 400 && statusCode < 600 ? statusCode : 500
    return sendProblem(reply, {
      status,
      title: titles[status] ?? (status < 500 ? 'Bad request' : 'Something went wrong here'),
      detail:
        status === 413
          ? 'send it in parts'
          : status < 500
            ? 'the request cannot be read'
            : 'the operator was told',
    })
  })
  server.setNotFoundHandler((_request, reply) =>
    sendProblem(reply, {
      status: 404,
      title: 'Not found',
      detail: 'there is nothing at this address',
    }),
  )
  server.addHook('onSend', async (_request, reply) => {
    for (const [name, value] of Object.entries(securityHeaders))
      if (!reply.hasHeader(name)) void reply.header(name, value)
  })
  return server
}

const titles: Readonly<Record<number, string>> = {
  408: 'Too slow',
  413: 'Too large',
  415: 'Unsupported media type',
}

const securityHeaders = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  'cross-origin-resource-policy': 'same-origin',
}
