import type { About, OurAddress } from './heard.ts'

/** How we know our own. */
export type Ours = {
  /** The token of an address that we made, when its proof is right. */
  readonly readAddress: (address: string) => OurAddress | undefined
  /** Whether we gave a mail this id: `<ra-…@example.org>`. */
  readonly isMessageId: (id: string) => boolean
  /** The name of a case, without its brackets, if the text is one. */
  readonly isCaseName: (text: string) => boolean
}

const mostAddresses = 50

/** Which of our mails a mail is about: the address it came to says most, then the ids it answers, then its subject. */
export function aboutOf(
  {
    recipients,
    headers,
    enclosed,
    reported,
  }: {
    /** Those of the envelope, where the intake knows them. */
    readonly recipients: readonly string[]
    readonly headers: ReadonlyMap<string, readonly string[]>
    readonly enclosed: ReadonlyMap<string, readonly string[]> | undefined
    /** Who sent the mail that a feedback report is about, as it says. */
    readonly reported: readonly string[]
  },
  ours: Ours,
): About | undefined {
  const named = ['delivered-to', 'x-original-to', 'envelope-to', 'to', 'cc']
  const fromHeaders = named.flatMap(name => headers.get(name) ?? []).flatMap(addressesIn)
  for (const address of [...recipients, ...fromHeaders].slice(0, mostAddresses)) {
    const found = ours.readAddress(address)
    if (found) return { by: 'address', ...found }
  }
  const inside = ['return-path', 'reply-to'].flatMap(name => enclosed?.get(name) ?? [])
  const addressesInside = [...inside, ...reported].flatMap(addressesIn).slice(0, mostAddresses)
  for (const address of addressesInside) {
    const found = ours.readAddress(address)
    if (found) return { by: 'enclosed-address', ...found }
  }
  const answered = ['in-reply-to', 'references'].flatMap(name => headers.get(name) ?? [])
  const returned = enclosed?.get('message-id') ?? []
  const messageId = [...answered, ...returned].flatMap(idsIn).find(ours.isMessageId)
  if (messageId !== undefined) return { by: 'message-id', messageId }
  const names = [headers.get('subject')?.[0], enclosed?.get('subject')?.[0]].flatMap(bracketedIn)
  const caseName = [...names, ...(enclosed?.get('x-redalert-case') ?? [])].find(ours.isCaseName)
  return caseName === undefined ? undefined : { by: 'case-name', caseName }
}

/** Whatever stands around an `@` in a header line. */
function addressesIn(value: string): readonly string[] {
  return value
    .slice(0, 10_000)
    .split(/[\s<>,;:"()]/)
    .filter(word => word.includes('@') && word.length <= 320)
}

function idsIn(value: string): readonly string[] {
  return value
    .slice(0, 10_000)
    .split(/\s/)
    .filter(word => word.startsWith('<') && word.endsWith('>'))
}

function bracketedIn(subject: string | undefined): readonly string[] {
  return (subject ?? '')
    .slice(0, 1000)
    .split(/[[\]]/)
    .filter((_, index) => index % 2 === 1)
}
