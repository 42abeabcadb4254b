import type { Instant } from '@redalert/core'
import {
  compose,
  composeRetraction,
  domainOf,
  type Form,
  forms,
  headerText,
  languageFor,
  type Mail,
  type MailAddress,
  type MessageId,
  type Notice,
  parseMailAddress,
  parseMessageId,
  parseWebLink,
  type Post,
  randomUuid,
  type Retraction,
  returnAddress,
  type Sender,
  type Stage,
} from '@redalert/notices'
import type { Owner } from '@redalert/owners'
import { lastTold } from '../cases/life/last-told.ts'
import type { PlannedMail } from '../policy/planned-mail.ts'
import type { Composed, Naming } from '../tick.ts'
import { inPool } from '../wishes/in-pool.ts'
import { type HostFacts, noticedHosts } from './noticed-hosts.ts'
import { pageKey, pagePath } from './page-key.ts'
import { threadSubject } from './thread-subject.ts'

/** What every letter is made with. */
export type Composing = HostFacts & {
  readonly sender: Sender
  /** By which our return addresses are known from guessed ones. */
  readonly key: Uint8Array
  readonly random: (count: number) => Uint8Array
  /** The submitters without each of whom none of some hosts would be told. */
  readonly decidersOf: (hosts: PlannedMail['hosts']) => readonly string[]
  /** How the collector is reached from outside, when its recipients may look at a page there. */
  readonly address?: string
}

/** How our addresses begin to which mail servers return mail, and those to which people answer. */
export const returnPrefixes = { bounces: 'b', answers: 'case' } as const

const tokenBytes = 16

/** Makes the letter of a planned mail: complete by itself, in its thread, with addresses that name it whatever comes back. */
export async function composeLetter(
  mail: PlannedMail,
  naming: Naming,
  composing: Composing,
): Promise<Composed> {
  if (mail.stage === 'retraction') return await composeBack(mail, naming, composing)
  const { sender } = composing
  const { wishes } = mail
  const hosts = noticedHosts(mail.hosts, composing).map(host =>
    wishes && inPool(wishes, host.source) ? { ...host, isPool: true } : host,
  )
  if (hosts.length === 0) throw new Error(`nothing may be said to ${mail.contact} any more`)
  const { post, page } = letterPost(mail, naming, composing)
  const first = composing.ownerOf(mail.hosts[0]?.source ?? ('' as never))
  const notice: Notice = {
    sender,
    recipient: recipientOf(mail, first),
    stage: stageOf(mail, naming),
    hosts,
    at: naming.at,
    caseName: headerText(naming.caseName),
    // A mail program's own button unsubscribes there (RFC 8058), and so does a person.
    ...(page && { status: page, stop: page }),
  }
  return composedOf(await compose(notice, post), composing.decidersOf(mail.hosts))
}

/** Makes the letter that takes back what a contact was told of some hosts. */
async function composeBack(
  mail: PlannedMail,
  naming: Naming,
  composing: Composing,
): Promise<Composed> {
  const { post, page } = letterPost(mail, naming, composing)
  const retraction: Retraction = {
    sender: composing.sender,
    recipient: { address: addressOf(mail.party.mailbox), language: mail.party.language ?? 'en' },
    machines: mail.hosts.map(host => ({
      source: host.source,
      family: composing.families.list.find(({ id }) => id === host.family)?.name ?? host.family,
      told: lastTold(host) ?? naming.thread.at(-1)?.at ?? naming.at,
    })),
    caseName: headerText(naming.caseName),
    ...(page && { stop: page }),
  }
  return composedOf(await composeRetraction(retraction, post), [])
}

function composedOf(made: Mail, decidedBy: readonly string[]): Composed {
  return {
    messageId: made.messageId,
    subject: made.subject,
    returnTo: made.envelope.from,
    mail: made.eml,
    decidedBy,
  }
}

/** What every letter of a case needs to be sent: addresses of its own, its thread, its page. */
function letterPost(mail: PlannedMail, naming: Naming, composing: Composing) {
  const { sender, key, random } = composing
  const { domain, messageId } = idOf(sender, random)
  const token = random(tokenBytes)
  const returned = (prefix: string) => returnAddress(token, { prefix, domain, key })
  const answerTo = returned(returnPrefixes.answers)
  const subject = threadSubject(naming)
  const post: Post = {
    date: naming.at,
    messageId,
    boundary: Buffer.from(random(tokenBytes)).toString('hex'),
    returnTo: returned(returnPrefixes.bounces),
    replyTo: answerTo,
    thread: naming.thread
      .map(each => parseMessageId(each.messageId))
      .filter((id): id is MessageId => id !== undefined),
    ...(subject !== undefined && { subject: headerText(subject) }),
    manner: {
      kind: 'automatic',
      list: headerText(`redalert notices <notices.${domain}>`),
      stopTo: answerTo,
      feedbackId: headerText(`${naming.at.slice(0, 7)}:${mail.rung}:${mail.stage}:redalert`),
    },
  }
  return { post, page: pageLink(token, naming.at, composing) }
}

/** Only https: the address is a key. */
function pageLink(token: Uint8Array, at: Instant, { address, key }: Composing) {
  return address === undefined
    ? undefined
    : parseWebLink(`${address}${pagePath}${pageKey(token, at, key)}`)
}

function idOf(
  { mailbox }: Sender,
  random: Composing['random'],
): { readonly domain: string; readonly messageId: MessageId } {
  const domain = domainOf(mailbox.address)
  const messageId = parseMessageId(`<ra-${randomUuid(random)}@${domain}>`)
  if (!messageId) throw new TypeError('A UUID and a mail domain always make a name of a mail.')
  return { domain, messageId }
}

/** The recipient in their language and form, as the operator's lists say; a country's team gets what it can pass on. */
function recipientOf(
  { party, rung, wishes, hosts }: PlannedMail,
  owner: Owner | undefined,
): Notice['recipient'] {
  const stated = owner?.kind === 'owner' ? owner.preferences : undefined
  // What an owner asked for says nothing of the others.
  const preferences = rung === 'owner' ? { ...party, ...stated } : party
  const format = wishes?.form ?? preferences.format
  const usual: Form = rung === 'owner' ? 'digest' : 'cert'
  return {
    address: addressOf(party.mailbox),
    language: preferences.language ?? languageFor(party.country ?? undefined),
    form: formOf(format, hosts.length) ?? usual,
  }
}

/** A mail that is one XARF report can tell of one machine only; of more a digest tells, with their reports. */
function formOf(format: string | undefined, hosts: number): Form | undefined {
  const form = forms.find(each => each === format)
  return form === 'xarf' && hosts > 1 ? 'digest' : form
}

function stageOf({ stage, party }: PlannedMail, { thread, at }: Naming): Stage {
  const told: Instant = thread.at(-1)?.at ?? at
  switch (stage) {
    case 'first':
      return { kind: 'first' }
    case 'more':
    case 'reminder':
      return { kind: stage, told }
    case 'escalation':
      return { kind: 'escalation', told, to: addressOf(party.mailbox) }
    case 'country':
      return { kind: 'country', country: party.country ?? '' }
    case 'retraction':
      throw new TypeError('A retraction is no notice.')
  }
}

function addressOf(mailbox: string): MailAddress {
  const address = parseMailAddress(mailbox)
  if (!address) throw new Error('the mailbox of the owner is no mail address')
  return address
}
