import { Fault } from '@redalert/core'
import { languageOf } from '../languages/choose-language.ts'
import { en } from '../languages/en.ts'
import type { Language } from '../languages/language.ts'
import type { Retraction } from '../notice/retraction.ts'
import { headerText } from '../safe/header-text.ts'
import { mailText } from '../safe/mail-text.ts'
import type { NoticesFaultCode } from '../safe/notice-faults.ts'
import type { Letter } from './letter.ts'
import { section, separated } from './section.ts'
import { wrap } from './wrap.ts'

const mostMachines = 500

/** Writes the letter that takes others back: in the recipient's language, and in English beneath. */
export function writeRetraction(retraction: Retraction): Letter {
  const { machines, caseName, recipient } = retraction
  if (machines.length === 0)
    throw new Fault<NoticesFaultCode>('bad-notice', 'A retraction needs a machine.')
  const language = languageOf(recipient.language)
  const blocks =
    language === en
      ? body(retraction, en)
      : [
          ['(English below)'],
          ...body(retraction, language),
          ['='.repeat(7) + ' English ' + '='.repeat(56)],
          ...body(retraction, en),
        ]
  return {
    subject: headerText(`[${caseName}] ${language.retraction.subject(machines.length)}`),
    text: `${separated(blocks).map(mailText).join('\n')}\n`,
  }
}

function body(
  { sender, machines, caseName, stop }: Retraction,
  { greeting, who, retraction, answering, closing }: Language,
): readonly (readonly string[])[] {
  const left = machines.length - mostMachines
  const { name, address } = sender.mailbox
  const organisation = sender.kind === 'desk' ? wrap(mailText(sender.organisation)) : []
  return [
    wrap(greeting),
    sender.kind === 'desk'
      ? [
          ...wrap(who.desk(mailText(sender.organisation))),
          ...(sender.website ? [...wrap(who.website), sender.website] : []),
        ]
      : wrap(who.witness(mailText(name ?? address))),
    wrap(retraction.opening(machines.length)),
    [
      ...machines
        .slice(0, mostMachines)
        .flatMap(({ source, family, told }) =>
          wrap(retraction.machine(mailText(source), mailText(family), told.slice(0, 10)), '  '),
        ),
      ...(left > 0 ? wrap(retraction.left(left), '  ') : []),
    ],
    wrap(retraction.nothing(machines.length)),
    section(answering.heading, [
      wrap(answering.keep(mailText(caseName))),
      stop ? [...wrap(answering.stopPage), stop] : wrap(answering.stop),
    ]),
    [
      ...wrap(closing),
      ...organisation,
      ...wrap(name === undefined ? address : `${name} <${address}>`),
    ],
  ]
}
