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
    stop: 'No more letters',
  },
  explained: {
    acknowledge: days => `You get no letter for ${days === 1 ? 'a day' : `${days} days`}.`,
    cleaned: 'The infection is gone; the hole may be open still.',
    patched: 'The hole is closed, and the infection is gone.',
    'not-ours': 'The addresses are not yours. A person looks into it.',
    'false-positive': 'The machines are not infected. A person looks into it.',
    dynamic: 'The addresses change hands. A person looks into it.',
    stop: 'You get none about any machine, whatever it does.',
  },
  stopped: 'You asked for no more letters, and get none.',
  secret: 'The address of this page is a key: whoever has it can answer for you.',
}
