import type { CaseBook } from '../cases/book/case-book.ts'
import type { HostLife } from '../cases/life/host-life.ts'
import { noteStage, type PostedLetter } from '../letterbox.ts'

/** What is known of the letter that a mail came back on. */
export type AboutLetter = {
  readonly contact: string
  readonly messageId: string
  /** The hosts of which this contact was told. */
  readonly hosts: readonly Pick<HostLife, 'source' | 'family'>[]
}

/** What a letter is about: the case of its contact. */
export function aboutLetter(
  letter: PostedLetter,
  book: Pick<CaseBook, 'toldTo'>,
): AboutLetter & { readonly hosts: readonly HostLife[] } {
  const contact = caseContact(letter)
  return { contact, messageId: letter.messageId, hosts: book.toldTo(contact) }
}

/** Whose case a letter belongs to: of a mail that brings a key, of whoever asked for it. */
export function caseContact(letter: PostedLetter): string {
  return noteStage(letter) === 'feed' ? (letter.about ?? letter.contact) : letter.contact
}
