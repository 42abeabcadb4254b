import type { FastifyReply } from 'fastify'
import { sendProblem } from '../../web/problem.ts'
import type { Bearer } from './bearer.ts'

const refusals = {
  unknown: { status: 401, title: 'Unknown key', detail: 'send a key that is enrolled, or none' },
  revoked: { status: 401, title: 'Revoked key', detail: 'ask the operator for a new one' },
  scope: { status: 403, title: 'Not for this', detail: 'this key was not made to submit with' },
} as const

/** Answers whoever came with a key that opens nothing here. */
export function refuseKey(
  reply: FastifyReply,
  { because }: Bearer & { readonly kind: 'refused' },
): FastifyReply {
  const problem = refusals[because]
  if (problem.status === 401) void reply.header('www-authenticate', 'Bearer')
  return sendProblem(reply, problem)
}
