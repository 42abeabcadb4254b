import type { NoteTexts } from './note-texts.ts'

/** The mails that are no letters, in English. */
export const enNotes: NoteTexts = {
  confirm: {
    subject: caseName => `[${caseName}] Shall letters about infected machines come to you?`,
    text: (organisation, caseName) =>
      `${organisation} writes to the owners of infected machines. Somebody who reads the letters of case ${caseName} asked us to send them to this mailbox from now on. If that is right, please open this page and confirm it within seven days:`,
    otherwise:
      'If it is not, you need not do anything: nothing changes, and no machine is named here. On the same page you can say that nobody shall have such mails sent to you.',
  },
  feed: {
    subject: caseName => `[${caseName}] The address of your list of machines`,
    text: organisation =>
      `You asked ${organisation} for an address from which a program of yours can read what is known of the infected machines in your networks. It is a key: whoever has it can read the list. It opens for 180 days; then ask for another one. As JSON, and as CSV:`,
    otherwise:
      'If you did not ask for it, somebody else did who reads our letters to you; on this page you can close the address:',
  },
}
