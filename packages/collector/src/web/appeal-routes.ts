import { createHash } from 'node:crypto'
import type { FastifyInstance } from 'fastify'
import type { Appeal, Instant } from '@redalert/core'
import type { AppealProgress } from '../appeal/appeal-progress.ts'
import { appealPage, pageStyle } from './appeal-page.ts'
import { sendProblem } from './problem.ts'

/** Where appeals and how they go are found. */
export type AppealRoutes = {
  readonly one: (id: string) => Appeal | undefined
  readonly progress: (appeal: Appeal) => AppealProgress
  /** How the collector is reached from outside. */
  readonly address: () => string | undefined
  readonly now: () => Instant
}

/** The page may show its own looks, and load and run nothing. */
const policy = `default-src 'none'; style-src 'sha256-${createHash('sha256').update(pageStyle).digest('base64')}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`

/** Adds `/appeals/ID`, a page, and `/appeals/ID.json`, the appeal as it is signed. */
export function appealRoutes(
  server: FastifyInstance,
  { one, progress, address, now }: AppealRoutes,
): void {
  server.get<{ Params: { name: string } }>('/appeals/:name', async (request, reply) => {
    const { name } = request.params
    const isJson = name.endsWith('.json')
    const appeal = one(isJson ? name.slice(0, -'.json'.length) : name)
    if (!appeal)
      return sendProblem(reply, {
        status: 404,
        title: 'Not found',
        detail: 'there is no such appeal',
      })
    if (isJson)
      return reply
        .type('application/json')
        .header('cache-control', 'no-cache')
        .send(JSON.stringify(appeal))
    const isOver = now() > appeal.deadline
    return reply
      .type('text/html; charset=utf-8')
      .header('cache-control', 'no-cache')
      .header('content-security-policy', policy)
      .send(appealPage(appeal, progress(appeal), { address: address(), isOver }))
  })
}
