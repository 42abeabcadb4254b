import type { FastifyInstance, FastifyReply } from 'fastify'
import { sendProblem } from './problem.ts'

/** What lists for programs are made of. */
export type FeedRoutes = {
  /** What the holder of a key may read, as text in a form. */
  readonly list: (key: string, form: FeedForm) => Promise<FeedAnswer>
  /** After how many seconds the holder of a key may come again; undefined: now. */
  readonly mustWait: (key: string) => number | undefined
}

export type FeedForm = 'json' | 'csv'

/** `none`: the key opens nothing; `stopped`: nothing is told to anybody for now, for a person looks into what is known. */
export type FeedAnswer =
  | { readonly kind: 'none' | 'stopped' }
  | { readonly kind: 'list'; readonly text: string; readonly fileName: string }

const types: Readonly<Record<FeedForm, string>> = {
  json: 'application/json; charset=utf-8',
  csv: 'text/csv; charset=utf-8; header=present',
}

type Keyed = { readonly Params: { readonly key: string } }

/** Adds `/f/KEY/hosts.json` and `/f/KEY/hosts.csv`. */
export function feedRoutes(server: FastifyInstance, { list, mustWait }: FeedRoutes): void {
  for (const form of ['json', 'csv'] as const) {
    server.get<Keyed>(`/f/:key/hosts.${form}`, async ({ params: { key } }, reply) => {
      const wait = mustWait(key)
      if (wait !== undefined)
        return sendProblem(closed(reply), {
          status: 429,
          title: 'Too often',
          detail: 'the list changes a few times an hour at most',
          retryAfter: wait,
        })
      const answer = await list(key, form)
      switch (answer.kind) {
        case 'none':
          return sendProblem(closed(reply), {
            status: 404,
            title: 'Not found',
            detail: 'this key opens nothing, or not any more: the page of a letter mails another',
          })
        case 'stopped':
          return sendProblem(closed(reply), {
            status: 503,
            title: 'Not now',
            detail: 'nothing is told to anybody while a person looks into what is known',
            retryAfter: 3600,
          })
        case 'list':
          return closed(reply)
            .type(types[form])
            .header('content-disposition', `attachment; filename="${answer.fileName}"`)
            .send(answer.text)
      }
    })
  }
}

function closed(reply: FastifyReply): FastifyReply {
  return reply
    .header('cache-control', 'no-store')
    .header('x-robots-tag', 'noindex, nofollow')
    .header('referrer-policy', 'no-referrer')
}
