import type { Heard } from '../letters/answer/heard.ts'

/** What a mail that came back says, in lines for people. All of it is hostile still. */
export function said(heard: Heard): string {
  switch (heard.kind) {
    case 'bounce':
      return heard.failures
        .map(({ how, recipient, status, reason }) =>
          [how, recipient, status, reason].filter(part => part !== undefined).join(' '),
        )
        .join('\n')
    case 'automatic':
      return heard.ticket === undefined ? '' : `its number: ${heard.ticket}`
    case 'complaint':
    case 'report':
      return heard.feedback
    case 'commands':
      return heard.commands.map(({ word, sources }) => [word, ...sources].join(' ')).join('\n')
    case 'answer':
      return heard.text
    case 'unreadable':
      return heard.because
    case 'delayed':
    case 'delivered':
    case 'unrelated':
      return ''
  }
}
