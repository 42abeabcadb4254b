import type { Instant } from '@redalert/core'
import {
  composeNote,
  domainOf,
  headerText,
  type Note,
  type NoteBlock,
  parseMailAddress,
  parseMessageId,
  parseWebLink,
  randomUuid,
  returnAddress,
  type Sender,
  type WebLink,
} from '@redalert/notices'
import { mailboxKey } from '../cases/thread/mailbox-key.ts'
import type { Draft, NoteStage } from '../letterbox.ts'
import { returnPrefixes } from './compose-letter.ts'
import { feedPath, pageKey, pagePath } from './page-key.ts'

/** What every mail that is no letter is made with. */
export type NotePosting = {
  readonly sender: Sender
  /** By which our return addresses, and keys, are known from guessed ones. */
  readonly key: Uint8Array
  /** How the collector is reached from outside. */
  readonly address?: string
  readonly random: (count: number) => Uint8Array
}

/** What one says. */
export type NoteWords = {
  readonly stage: NoteStage
  /** For whom it is: a contact with a case, or a submitter. */
  readonly about: string
  readonly mailbox: string
  readonly caseName: string
  readonly language: string
  readonly at: Instant
  readonly subject: string
  readonly blocks: (links: NoteLinks) => readonly NoteBlock[]
}

/** What a mail's own token opens. */
export type NoteLinks = { readonly page: WebLink; readonly json: WebLink; readonly csv: WebLink }

const tokenBytes = 16

/** Makes a mail that is no letter, with addresses and keys that name it; undefined where no page can be opened from outside, or the mailbox is none. */
export async function postNote(
  words: NoteWords,
  { sender, key, address, random }: NotePosting,
): Promise<Draft | undefined> {
  const { stage, about, caseName, at, language } = words
  const token = random(tokenBytes)
  const links = linksOf(token, { at, key, address })
  const mailbox = parseMailAddress(words.mailbox)
  if (!links || !mailbox) return undefined
  const domain = domainOf(sender.mailbox.address)
  const messageId = parseMessageId(`<ra-${randomUuid(random)}@${domain}>`)
  if (!messageId) throw new TypeError('A UUID and a mail domain always make a name of a mail.')
  const returned = (prefix: string) => returnAddress(token, { prefix, domain, key })
  const answerTo = returned(returnPrefixes.answers)
  const note: Note = {
    sender,
    recipient: { address: mailbox, language },
    subject: headerText(words.subject),
    blocks: words.blocks(links),
    ...(caseName !== '' && { caseName: headerText(caseName) }),
    stop: links.page,
  }
  const made = await composeNote(note, {
    date: at,
    messageId,
    boundary: Buffer.from(random(tokenBytes)).toString('hex'),
    returnTo: returned(returnPrefixes.bounces),
    replyTo: answerTo,
    manner: {
      kind: 'automatic',
      list: headerText(`redalert notices <notices.${domain}>`),
      stopTo: answerTo,
      feedbackId: headerText(`${at.slice(0, 7)}:${stage}:note:redalert`),
    },
  })
  return {
    contact: mailboxKey(mailbox),
    mailbox,
    organisation: null,
    rung: 'owner',
    stage,
    hosts: [],
    caseName,
    decidedBy: [],
    at,
    about,
    messageId,
    subject: made.subject,
    returnTo: made.envelope.from,
    mail: made.eml,
  }
}

/** Only https: each is a key. */
function linksOf(
  token: Uint8Array,
  {
    at,
    key,
    address,
  }: { readonly at: Instant; readonly key: Uint8Array; readonly address: string | undefined },
): NoteLinks | undefined {
  if (address === undefined) return undefined
  const list = `${address}${feedPath}${pageKey(token, at, key, 'feed')}/hosts`
  const page = parseWebLink(`${address}${pagePath}${pageKey(token, at, key)}`)
  const [json, csv] = [parseWebLink(`${list}.json`), parseWebLink(`${list}.csv`)]
  return page && json && csv ? { page, json, csv } : undefined
}
