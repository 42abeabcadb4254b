import type { PageTexts } from './page-texts.ts'

/** The page of an owner, in English. */
export const enPage: PageTexts = {
  title: caseName => `Your machines, case ${caseName}`,
  intro: organisation =>
    `${organisation} wrote to you about these machines. This page shows what is known of them now. All times are in UTC.`,
  machines: 'Machines',
  columns: {
    chosen: 'Choose',
    address: 'Address',
    family: 'Infected by',
    state: 'Now',
    first: 'First seen',
    last: 'Last seen',
    requests: 'Requests',
  },
  state: {
    active: 'still seen, as far as is known',
    cleaned: 'you say that it is cleaned',
    patched: 'you say that it is patched',
    quiet: 'not seen any more',
    fixed: 'presumed clean',
    disputed: 'you dispute it; a person looks into it',
    over: 'taken off the list',
  },
  evidence: 'Evidence',
  redacted:
    'One request of each machine. What is private is taken out, and signs are broken up so that nothing here can do harm.',
  none: 'Nothing is left to tell you.',
  answer: 'Your answer',
  allMeant:
    'It is about the machines that you choose above; about all of them when you choose none.',
  words: {
    acknowledge: 'We are working on it',
    cleaned: 'Cleaned',
    patched: 'Patched',
    'not-ours': 'Not ours',
    'false-positive': 'You are wrong',
    dynamic: 'A pool of dynamic addresses',
    static: 'Not a pool',
    stop: 'No more letters',
  },
  explained: {
    acknowledge: days => `You get no letter for ${days === 1 ? 'a day' : `${days} days`}.`,
    cleaned: 'The infection is gone; the hole may be open still.',
    patched: 'The hole is closed, and the infection is gone.',
    'not-ours': 'The addresses are not yours. A person looks into it.',
    'false-positive': 'The machines are not infected. A person looks into it.',
    dynamic:
      'The addresses change hands. Letters say so, and nobody above you is told of one of them unless a person looked at it.',
    static: 'Each address belongs to one machine.',
    stop: 'You get none about any machine, whatever it does.',
  },
  pool: 'in a pool of dynamic addresses, as you say',
  settings: {
    heading: 'How we write to you',
    form: 'Form of the letters',
    forms: {
      digest: 'Letter, with a table (CSV) and reports (XARF)',
      xarf: 'XARF report, where a letter is about one machine; else as above',
      text: 'Letter alone',
      cert: 'Letter, with a table (CSV)',
    },
    rhythm: 'How often',
    rhythms: {
      each: 'Whenever there is something new, but never every day',
      weekly: 'Once in seven days at most',
    },
    save: 'Save',
  },
  mailbox: {
    heading: 'Another contact',
    explained:
      'Letters about this case can go to another mailbox. It gets a mail first, with a link by which it must confirm.',
    label: 'Mail address',
    ask: 'Ask it to confirm',
    asked: mailbox => `We ask ${mailbox} to confirm. Until then all stays as it is.`,
    refused: mailbox => `${mailbox} cannot be written to.`,
    now: mailbox => `Letters go to ${mailbox}.`,
    back: 'Write to us where you wrote first',
  },
  feed: {
    heading: 'For programs',
    explained:
      'A program of yours can read what is known of the machines in your networks, as JSON or CSV. The address to read it from is a key, so we send it by mail.',
    ask: 'Send us the address',
    due: 'A mail with the address is on its way.',
    now: 'The addresses that we mailed open the list, each for 180 days.',
    end: 'Close them',
  },
  confirm: {
    title: 'Letters about infected machines',
    intro: (organisation, caseName) =>
      `${organisation} was asked to send letters about infected machines, case ${caseName}, to this mailbox from now on. Nothing changes unless you confirm.`,
    confirm: 'Send them here',
    done: 'Letters about this case come here from now on.',
    over: 'Nothing is left to confirm here.',
    stop: 'Write to this mailbox no more',
    stopped: 'You asked for no more of these mails, and get none.',
  },
  stopped: 'You asked for no more letters, and get none.',
  secret: 'The address of this page is a key: whoever has it can answer for you.',
}
