/** How mail that a program sent says so (RFC 3834): some signs are sure, others stand on a desk's mails by people too. */
export type Automatism = 'sure' | 'maybe' | 'none'

/** Whether a program answered. */
export function automatism(
  headers: ReadonlyMap<string, readonly string[]>,
  isFromNobody: boolean,
): Automatism {
  const first = (name: string) => (headers.get(name)?.[0] ?? '').trim().toLowerCase()
  const submitted = first('auto-submitted')
  if (isFromNobody || (submitted !== '' && !submitted.startsWith('no'))) return 'sure'
  if (marks.some(name => first(name) !== '')) return 'sure'
  const precedence = first('precedence')
  if (['auto_reply', 'junk'].includes(precedence)) return 'sure'
  const subject = first('subject').slice(0, 200)
  if (subjects.some(sign => subject.startsWith(sign))) return 'sure'
  if (first('content-type').startsWith('multipart/report')) return 'sure'
  const isNobody = /(?:^|[<" ])(?:no-?reply|do-?not-?reply)(?:[+-][^@]{0,64})?@/.test(
    first('from').slice(0, 1000),
  )
  const isListed = ['bulk', 'list'].includes(precedence) || first('list-id') !== ''
  return isNobody || isListed || first('x-loop') !== '' ? 'maybe' : 'none'
}

const marks = ['x-autoreply', 'x-autorespond', 'x-autoresponder', 'x-vacation', 'x-apple-action']

const subjects = [
  'auto:',
  'autoreply',
  'auto reply',
  'auto-reply',
  'automatic reply',
  'automated reply',
  'autoresponse',
  'automatic response',
  'out of office',
  'out of the office',
  'vacation',
  'away from',
  'away until',
  'automatische antwort',
  'abwesenheit',
  'automatisch antwoord',
  'automatische beantwoording',
  'afwezig',
  'réponse automatique',
  'automatisk svar',
  'respuesta automática',
  'risposta automatica',
]
