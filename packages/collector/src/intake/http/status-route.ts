import type { FastifyInstance } from 'fastify'
import type { Status } from '@redalert/core'
import { sendProblem } from '../../web/problem.ts'
import type { Rate } from '../rate.ts'
import { readBearer } from './bearer.ts'
import type { HttpOptions } from './http-intake.ts'
import { refuseKey } from './refuse-key.ts'

/** What answering submitters needs. */
export type StatusOptions = Pick<HttpOptions, 'book' | 'clock'> & {
  readonly rate: Rate
  readonly status: (submitter: string) => Promise<Status>
}

/** Adds `GET /api/v1/status`: what became of the machines of which the bearer of a key told. */
export function statusRoute(
  server: FastifyInstance,
  { book, clock, rate, status }: StatusOptions,
): void {
  server.get('/api/v1/status', async (request, reply) => {
    const bearer = readBearer(request.headers.authorization, 'submit', book)
    if (bearer.kind === 'refused') return refuseKey(reply, bearer)
    if (bearer.kind === 'none') {
      void reply.header('www-authenticate', 'Bearer')
      return sendProblem(reply, {
        status: 401,
        title: 'No key',
        detail: 'send the key that you submit with: nobody else is told what became of it',
      })
    }
    const { submitter } = bearer.key
    const visit = rate(`key ${submitter}`, clock())
    if (!visit.isIn) {
      return sendProblem(reply, {
        status: 429,
        title: 'Too often',
        detail: `come back in ${visit.after} s`,
        retryAfter: visit.after,
      })
    }
    return reply
      .type('application/json')
      .header('cache-control', 'no-store')
      .send(JSON.stringify(await status(submitter)))
  })
}
