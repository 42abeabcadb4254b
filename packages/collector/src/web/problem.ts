import type { FastifyReply } from 'fastify'

/** What is wrong with a request, as RFC 9457 writes it. */
export type Problem = {
  readonly status: number
  readonly title: string
  readonly detail: string
  /** After how many seconds to come back. */
  readonly retryAfter?: number
}

/** Answers with a problem. */
export function sendProblem(
  reply: FastifyReply,
  { retryAfter, ...problem }: Problem,
): FastifyReply {
  if (retryAfter !== undefined) void reply.header('retry-after', String(retryAfter))
  return reply
    .code(problem.status)
    .type('application/problem+json')
    .send(Buffer.from(JSON.stringify({ type: 'about:blank', ...problem })))
}
