import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { type Instant, parseAddress, type Receipt, secondsOf } from '@redalert/core'
import { anonymous, type Arrival } from '../../arrival.ts'
import type { KeptKey } from '../../trust/kept-key.ts'
import type { SubmitterBook } from '../../trust/submitter-book.ts'
import { incomingQueue } from '../incoming-queue.ts'
import type { Intake, IntakeOutcome } from '../intake.ts'
import { networkOf, type Rate } from '../rate.ts'
import { readBearer } from './bearer.ts'
import { waitOf } from './prefer.ts'
import { sendProblem } from '../../web/problem.ts'
import { refuseKey } from './refuse-key.ts'
import { requestHints } from './request-hints.ts'

/** What taking in by HTTP needs. */
export type HttpOptions = {
  readonly book: Pick<SubmitterBook, 'key' | 'submitter' | 'useKey'>
  readonly now: () => Instant
  readonly clock: () => number
  readonly rate: Rate
  readonly mostBytes: number
  /** The receipt of an arrival, complete if that takes no longer than so many milliseconds. */
  readonly receipt: (id: string, milliseconds: number) => Promise<Receipt | undefined>
}

const waits = { usual: 5000, most: 30_000 }

/** Adds the submissions to a server: `POST /api/v1/submissions`, and the receipts of what was posted. */
export function httpIntake(server: FastifyInstance, options: HttpOptions): Intake {
  const queue = incomingQueue()
  const post = async (request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> => {
    const bearer = readBearer(request.headers.authorization, 'submit', options.book)
    if (bearer.kind === 'refused') return refuseKey(reply, bearer)
    const submitter = bearer.kind === 'opened' ? bearer.key.submitter : anonymous
    const who = bearer.kind === 'opened' ? `key ${submitter}` : networkOf(request.ip)
    const visit = options.rate(who, options.clock())
    if (!visit.isIn) {
      return sendProblem(reply, {
        status: 429,
        title: 'Too often',
        detail: `come back in ${visit.after} s`,
        retryAfter: visit.after,
      })
    }
    const said = requestHints(request.query, request.headers['content-encoding'])
    if ('problem' in said) return sendProblem(reply, said.problem)
    const idempotencyKey = request.headers['idempotency-key']
    if (idempotencyKey !== undefined && !isKey(idempotencyKey)) {
      return sendProblem(reply, {
        status: 400,
        title: 'Bad request',
        detail: 'Idempotency-Key must be 1 to 200 printable characters',
      })
    }
    const body = request.body as Buffer | undefined
    if (!body || body.length === 0) {
      return sendProblem(reply, { status: 400, title: 'Bad request', detail: 'there is no body' })
    }
    const now = options.now()
    if (bearer.kind === 'opened') noteUse(bearer.key, now, options.book)
    const sentFrom = parseAddress(request.ip)
    const arrival: Arrival = {
      at: now,
      way: 'http',
      submitter,
      proof: bearer.kind === 'opened' ? 'key' : 'none',
      ...(sentFrom && { sentFrom }),
      shape: 'body',
      hints: said.hints,
      body,
      ...(idempotencyKey !== undefined && { idempotencyKey }),
    }
    const outcome = await new Promise<IntakeOutcome>(resolve => {
      queue.push({
        arrival,
        settle(became) {
          resolve(became)
          return Promise.resolve()
        },
      })
    })
    return await answer(outcome, reply, { ...options, wait: waitOf(preferOf(request), waits) })
  }
  server.post('/api/v1/submissions', { bodyLimit: options.mostBytes }, post)
  server.get<{ Params: { id: string } }>('/api/v1/submissions/:id', async (request, reply) => {
    const { id } = request.params
    const receipt = await options.receipt(
      id,
      waitOf(preferOf(request), { usual: 0, most: waits.most }),
    )
    if (!receipt)
      return sendProblem(reply, {
        status: 404,
        title: 'Not found',
        detail: 'there is no such submission',
      })
    return reply
      .type('application/json')
      .header('cache-control', 'no-store')
      .send(JSON.stringify({ id, receipt }))
  })
  return queue.drain
}

/** The last use is kept to the hour, so that a busy key does not cost a write each time. */
function noteUse({ id, lastUsed }: KeptKey, now: Instant, book: HttpOptions['book']): void {
  if (lastUsed !== null && secondsOf(now) - secondsOf(lastUsed) < 3600) return
  book.useKey(id, now)
}

async function answer(
  outcome: IntakeOutcome,
  reply: FastifyReply,
  { receipt, wait }: HttpOptions & { readonly wait: number },
): Promise<FastifyReply> {
  switch (outcome.kind) {
    case 'kept': {
      const { id } = outcome
      return reply
        .code(202)
        .header('location', `/api/v1/submissions/${id}`)
        .header('cache-control', 'no-store')
        .type('application/json')
        .send(
          JSON.stringify({ id, again: !outcome.isNew, receipt: (await receipt(id, wait)) ?? null }),
        )
    }
    case 'conflict':
      return sendProblem(reply, {
        status: 422,
        title: 'Key used twice',
        detail: 'another body was sent with this Idempotency-Key: give each its own',
      })
    case 'full':
      return sendProblem(reply, {
        status: 507,
        title: 'No room',
        detail: 'send it again later',
        retryAfter: 600,
      })
    case 'failed':
      return sendProblem(reply, {
        status: 503,
        title: 'Not kept',
        detail: 'send it again later',
        retryAfter: 60,
      })
  }
}

function preferOf(request: FastifyRequest): string | undefined {
  const { prefer } = request.headers
  return Array.isArray(prefer) ? prefer.join(',') : prefer
}

function isKey(key: string | readonly string[]): key is string {
  return typeof key === 'string' && /^[\x21-\x7e]{1,200}$/.test(key)
}
