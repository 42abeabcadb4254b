import type { Instant } from '@redalert/core'
import { after } from './cases/after.ts'
import type { CaseBook } from './cases/book/case-book.ts'
import type { CaseMail } from './cases/thread/case.ts'
import { caseName } from './cases/thread/case-name.ts'
import { hostKey } from './cases/life/host-key.ts'
import { type Draft, type Letterbox, noteStage, type PostedLetter } from './letterbox.ts'
import { ration, type Waiting } from './outbox/planning/ration.ts'
import type { OutboxLimits } from './outbox/planning/schema.ts'
import { sentEvents } from './outbox/planning/sent-events.ts'
import { plan, type PlanParts } from './policy/plan.ts'
import type { Party } from './policy/route.ts'
import type { PlannedMail } from './policy/planned-mail.ts'

/** What the path of cases is made of. */
export type TickParts = Pick<PlanParts, 'policy' | 'routeOf' | 'never' | 'wishesOf'> & {
  readonly book: CaseBook
  readonly letterbox: Letterbox
  readonly limits: OutboxLimits
  readonly now: () => Instant
  readonly random: () => number
  /** The kill switch, or a breaker that is open. */
  readonly isStopped: () => boolean
  /** Makes the letter itself. */
  readonly compose: (mail: PlannedMail, naming: Naming) => Promise<Composed>
  /** What takes back what is not so: each contact gets it before anything else. */
  readonly retractions?: readonly PlannedMail[]
  /** A letter could not be made; the others are. */
  readonly report: (error: unknown, mail: PlannedMail) => void
}

/** What a letter must say of its case: its name, and the letters so far, of which the first gives the subject. */
export type Naming = {
  readonly caseName: string
  readonly at: Instant
  readonly ticket: string | undefined
  readonly thread: readonly Pick<CaseMail, 'at' | 'messageId' | 'subject'>[]
}

/** A letter as it was made. */
export type Composed = Pick<Draft, 'messageId' | 'subject' | 'returnTo' | 'mail' | 'decidedBy'>

/** A round makes so many letters at most; the others are made in the next ones. */
const mostMade = 500
/** A letter that waits for a person is made anew after so long, with what was seen since. */
const shownHours = 24

/** What became due, and what was done about it. */
export type Ticked = {
  readonly letGo: number
  /** Letters that wait for a person, new ones and those that waited already. */
  readonly shown: number
  readonly waiting: readonly Waiting[]
}

/**
 * The second main path, once: what is due is planned, rationed and made, and is let go or put before a person. What time
 * alone brought about is written down too. A fault in one letter stops no other.
 */
export async function tick(parts: TickParts): Promise<Ticked> {
  const { book, letterbox, limits, policy, routeOf, never, wishesOf, random } = parts
  const now = parts.now()
  const underway = letterbox.underway()
  const back = (parts.retractions ?? []).filter(({ contact }) => !underway.has(contact))
  const first = new Set(back.map(({ contact }) => contact))
  const { events, mails } = plan(book, {
    now,
    policy,
    routeOf,
    never,
    ...(wishesOf && { wishesOf }),
    underway,
  })
  book.append(events)
  const others = mails.filter(({ contact }) => !first.has(contact))
  const rationed = ration([...back, ...others], {
    now,
    limits,
    random,
    history: letterbox.sent(after(now, -24 * 7)),
    days: letterbox.days(),
    isStopped: parts.isStopped(),
    threadOf: openThreads(letterbox, book),
  })
  const names = naming(book, letterbox, now)
  const before = new Map(
    [...letterbox.letters({ states: ['shown'] })].map(letter => [letter.contact, letter]),
  )
  const waiting = [...rationed.wait]
  let [letGo, shown, made] = [0, 0, 0]
  const make = async (mail: PlannedMail): Promise<Draft | undefined> => {
    if (made >= mostMade) {
      waiting.push({ mail, because: 'round' })
      return undefined
    }
    made++
    const draft = await draftOf(mail, names(mail), parts)
    // Meanwhile a person may have let another go.
    return parts.isStopped() || letterbox.isUnderway(mail.contact) ? undefined : draft
  }
  for (const mail of rationed.go) {
    const draft = await make(mail)
    if (!draft) continue
    letterbox.letGo(draft, sentEvents(mail, draft))
    letGo++
  }
  for (const { mail, because } of rationed.ask) {
    if (!isShown(mail, { because, now, before: before.get(mail.contact) })) {
      const draft = await make(mail)
      if (!draft) continue
      letterbox.show(draft, because)
    }
    shown++
  }
  return { letGo, shown, waiting }
}

/** Whether the very letter waits for a person already: whoever is reading it shall find it under its number. */
function isShown(
  { stage, rung, hosts }: PlannedMail,
  {
    because,
    now,
    before,
  }: {
    readonly because: string
    readonly now: Instant
    readonly before: PostedLetter | undefined
  },
): boolean {
  if (before?.because !== because || before.stage !== stage || before.rung !== rung) return false
  if (before.at <= after(now, -shownHours) || before.hosts.length !== hosts.length) return false
  const known = new Set(before.hosts.map(hostKey))
  return hosts.every(host => known.has(hostKey(host)))
}

async function draftOf(
  mail: PlannedMail,
  naming: Naming,
  { compose, never, report }: TickParts,
): Promise<Draft | undefined> {
  try {
    const { contact, rung, stage, hosts } = mail
    const party = wishedParty(mail, never)
    return {
      contact,
      mailbox: party.mailbox,
      organisation: party.organisation,
      rung,
      stage,
      hosts: hosts.map(({ source, family }) => ({ source, family })),
      caseName: naming.caseName,
      at: naming.at,
      ...(await compose({ ...mail, party }, naming)),
    }
  } catch (error) {
    report(error, mail)
    return undefined
  }
}

/** The one that is written to: at the mailbox that they proved, unless it is one that is never written to. */
function wishedParty({ party, wishes }: PlannedMail, never: TickParts['never']): Party {
  const mailbox = wishes?.mailbox
  return mailbox === undefined || never(mailbox) !== undefined ? party : { ...party, mailbox }
}

/** Names cases: one that has letters keeps its name, a new one gets the next number. */
function naming(book: CaseBook, letterbox: Letterbox, now: Instant): (mail: PlannedMail) => Naming {
  const given = new Map<string, string>()
  // A mail that is no letter names the case of somebody else.
  for (const letter of letterbox.letters({}))
    if (noteStage(letter) === undefined) given.set(letter.contact, letter.caseName)
  for (const { contact, name } of book.cases()) given.set(contact, name)
  let last = 0
  for (const name of given.values()) last = Math.max(last, Number(name.split('-').at(-1)))
  return ({ contact }) => {
    const known = book.case(contact)
    const name = given.get(contact) ?? caseName(++last, now)
    given.set(contact, name)
    return { caseName: name, at: now, ticket: known?.ticket, thread: known?.mails ?? [] }
  }
}

/** Which contact of an organisation has a thread: the one written to last whose case goes on. */
function openThreads(
  letterbox: Letterbox,
  book: CaseBook,
): (organisation: string) => string | undefined {
  const threads = new Map<string, string>()
  for (const { organisation, contact, state } of letterbox.letters({})) {
    if (organisation === null || ['shown', 'refused', 'withdrawn'].includes(state)) continue
    const known = book.case(contact)
    if (known && ['told', 'waiting', 'disputed'].includes(known.state))
      threads.set(organisation, contact)
  }
  return organisation => threads.get(organisation)
}
