import { createHash } from 'node:crypto'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { forms, pageWords, parseMailAddress } from '@redalert/notices'
import { ownerPage } from './owner-page.ts'
import type { OwnerAnswer, OwnerView } from './owner-view.ts'
import { ownerStyle } from './page-frame.ts'
import { sendProblem } from './problem.ts'

/** What the pages of owners are made of. */
export type OwnerRoutes = {
  /** What the holder of a key is shown; undefined when it opens nothing. It changes nothing. */
  readonly view: (key: string) => OwnerView | undefined
  /** The holder of a key said something. False: the key opens nothing. */
  readonly say: (key: string, answer: OwnerAnswer) => boolean
}

const mostBody = 64 * 1024

/** The page shows its own looks, sends its form to itself, and loads and runs nothing. */
const policy = `default-src 'none'; style-src 'sha256-${createHash('sha256').update(ownerStyle).digest('base64')}'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'`

type Keyed = { readonly Params: { readonly key: string } }

/** Adds `/o/KEY`: to look at it changes nothing, whoever follows the link; a form that is sent does. */
export function ownerRoutes(server: FastifyInstance, { view, say }: OwnerRoutes): void {
  server.get<Keyed>('/o/:key', async ({ params }, reply) => {
    const shown = view(params.key)
    if (!shown) return notFound(reply)
    return closed(reply).type('text/html; charset=utf-8').send(ownerPage(shown))
  })
  server.post<Keyed>('/o/:key', { bodyLimit: mostBody }, async (request, reply) => {
    const { key } = request.params
    if (!isFromItself(request))
      return sendProblem(closed(reply), {
        status: 403,
        title: 'Not from here',
        detail: 'the form of the page itself sends answers, and no other page does',
      })
    const answer = answerIn(request.body)
    if (!answer)
      return sendProblem(closed(reply), {
        status: 422,
        title: 'Not understood',
        detail:
          'the form says one of the words of the page, and what it is about; a mail address is written like abuse@example.org',
      })
    if (!say(key, answer)) return notFound(reply)
    // Who loads the page again sends nothing again.
    return closed(reply).code(303).header('location', `/o/${key}`).send('')
  })
}

/** One part, named so, that says so. */
const inParts = /name="List-Unsubscribe"\r\n(?:[^\r\n]{1,200}\r\n){0,4}\r\nOne-Click\r\n/

const bodies = ['application/x-www-form-urlencoded', 'multipart/form-data']

/** Browsers say from where a form was sent; programs that follow links send none. */
function isFromItself({ headers }: FastifyRequest): boolean {
  const site = headers['sec-fetch-site']
  const isForm = bodies.some(form => headers['content-type']?.startsWith(form) === true)
  return isForm && (site === undefined || site === 'same-origin' || site === 'none')
}

/** The form of the page; or what a mail program sends whose reader wants no more (RFC 8058), which may be in parts. */
function answerIn(body: unknown): OwnerAnswer | undefined {
  if (!Buffer.isBuffer(body)) return undefined
  const text = body.toString('utf8')
  const form = new URLSearchParams(text)
  const isOneClick = form.get('List-Unsubscribe') === 'One-Click' || inParts.test(text)
  if (isOneClick) return { kind: 'word', word: 'stop', sources: [] }
  return answerOf(form)
}

function answerOf(form: URLSearchParams): OwnerAnswer | undefined {
  const say = form.get('say') ?? ''
  switch (say) {
    case 'settings':
      return {
        kind: say,
        form: forms.find(each => each === form.get('form')),
        rhythm: rhythms.find(each => each === form.get('rhythm')),
      }
    case 'mailbox': {
      const mailbox = parseMailAddress((form.get('mailbox') ?? '').trim())
      return mailbox && { kind: say, mailbox }
    }
    case 'usual-mailbox':
    case 'feed':
    case 'no-feed':
    case 'confirm':
      return { kind: say }
    default: {
      const word = pageWords.find(each => each === say)
      return word && { kind: 'word', word, sources: [...new Set(form.getAll('about'))] }
    }
  }
}

const rhythms = ['each', 'weekly'] as const

function notFound(reply: FastifyReply): FastifyReply {
  return sendProblem(closed(reply), {
    status: 404,
    title: 'Not found',
    detail: 'this link opens nothing, or not any more: write to whoever sent it to you',
  })
}

function closed(reply: FastifyReply): FastifyReply {
  return reply
    .header('content-security-policy', policy)
    .header('cache-control', 'no-store')
    .header('x-robots-tag', 'noindex, nofollow')
    .header('referrer-policy', 'no-referrer')
}
