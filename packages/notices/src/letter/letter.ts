import { Fault } from '@redalert/core'
import { languageOf } from '../languages/choose-language.ts'
import { en } from '../languages/en.ts'
import type { Notice } from '../notice/notice.ts'
import { topicsOf } from '../notice/topic.ts'
import type { NoticesFaultCode } from '../safe/notice-faults.ts'
import type { HeaderText } from '../safe/header-text.ts'
import { knownLiterals } from '../safe/known-literals.ts'
import { mailText } from '../safe/mail-text.ts'
import { answering } from './answering.ts'
import { attachments } from './attachments.ts'
import { cleaning } from './cleaning.ts'
import type { Attached, Draft } from './draft.ts'
import { forwarding } from './forwarding.ts'
import { machines } from './machines.ts'
import { opening } from './opening.ts'
import { separated } from './section.ts'
import { subjectOf } from './subject.ts'
import { why } from './why.ts'
import { wrap } from './wrap.ts'

/** What a person reads. */
export type Letter = { readonly subject: HeaderText; readonly text: string }

const nothingAttached: Attached = { xarf: 0 }

/**
 * Writes the letter of a notice: everything in it, as text, 72 columns wide; in the recipient's language, and in English
 * beneath. Nothing in it matches what redalert looks for.
 */
export function writeLetter(notice: Notice, attached: Attached = nothingAttached): Letter {
  if (notice.hosts.length === 0) {
    throw new Fault<NoticesFaultCode>('bad-notice', 'A notice without a machine cannot be written.')
  }
  const draft: Draft = {
    notice,
    topics: topicsOf(notice.hosts),
    language: languageOf(notice.recipient.language),
    literals: knownLiterals(notice.hosts.map(({ family }) => family)),
    attached,
  }
  const english = draft.language === en ? [] : beneath({ ...draft, language: en })
  const pointer = english.length > 0 ? [['(English below)']] : []
  const blocks = [...pointer, opening(draft), machines(draft), ...rest(draft), ...english]
  return { subject: subjectOf(draft), text: `${separated(blocks).map(bodyLine).join('\n')}\n` }
}

/** What follows the table, in each language. */
function rest(draft: Draft): readonly (readonly string[])[] {
  return [
    cleaning(draft),
    why(draft),
    forwarding(draft),
    answering(draft),
    attachments(draft),
    closing(draft),
  ]
}

function beneath(draft: Draft): readonly (readonly string[])[] {
  const above =
    'The table of the machines and their requests stands above, since it is the same in every language.'
  return [
    ['='.repeat(7) + ' English ' + '='.repeat(56)],
    opening(draft),
    wrap(above),
    ...rest(draft),
  ]
}

function closing({ notice: { sender }, language }: Draft): readonly string[] {
  const { name, address } = sender.mailbox
  const organisation = sender.kind === 'desk' ? [sender.organisation] : []
  return [
    ...wrap(language.closing),
    ...organisation.flatMap(line => wrap(line)),
    ...wrap(name === undefined ? address : `${name} <${address}>`),
  ]
}

/** Whatever a language or a dossier said, a line holds nothing hidden; and none begins a mail in old mailboxes, or ends one in old relays. */
function bodyLine(line: string): string {
  return mailText(line.startsWith('From ') || line === '.' ? ` ${line}` : line)
}
