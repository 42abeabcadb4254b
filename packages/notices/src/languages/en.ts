import { enNotes } from './en-notes.ts'
import { enPage } from './en-page.ts'
import { enRetraction } from './en-retraction.ts'
import type { Language } from './language.ts'
import type { Told, ToldFamily } from './told.ts'

const kinds: Readonly<Record<ToldFamily['kind'], (name: string) => string>> = {
  worm: name => `the worm ${name}`,
  bot: name => `a bot that spreads through ${name}`,
  scanner: name => `a program that attacks through ${name}`,
}
const list = new Intl.ListFormat('en-GB', { type: 'conjunction' })
const numbers = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 0 })

function named({ name, kind }: ToldFamily): string {
  return kinds[kind](name)
}

function allNamed({ families, others }: Told): string {
  const more = others === 1 ? 'one more' : `${numbers.format(others)} more`
  return list.format(others === 0 ? families.map(named) : [...families.map(named), more])
}

function place({ where }: Told): string {
  return where === 'network' ? 'in your network' : 'in your constituency'
}

function period({ first, last }: Told): string {
  return first === last ? `at ${first}` : `between ${first} and ${last}`
}

/** English, which stands beneath every other language. */
export const en: Language = {
  tag: 'en',
  countries: [],
  dossier: {},
  number: count => numbers.format(count),
  subject: {
    states: told =>
      told.sole
        ? `${told.sole} is infected with ${allNamed(told)}`
        : `${numbers.format(told.machines)} machines ${place(told)} are infected with ${allNamed(told)}`,
    asks: told =>
      told.sole
        ? `Is ${told.sole} infected with ${allNamed(told)}?`
        : `Are ${numbers.format(told.machines)} machines ${place(told)} infected with ${allNamed(told)}?`,
  },

  greeting: 'Hello,',
  later: stage => {
    switch (stage.kind) {
      case 'more':
        return `We wrote to you on ${stage.told.slice(0, 10)}. What follows is new since then.`
      case 'reminder':
        return `We wrote to you about this on ${stage.told.slice(0, 10)}. What follows was seen again since then.`
      case 'escalation':
        return `On ${stage.told.slice(0, 10)} we wrote about this to ${stage.to}, the contact that the registry names for these addresses. They are still active, so we now write to you, who are responsible for the network around them.`
      case 'country':
        return `We write to you as the team that answers for networks in this country (${stage.country}): the owners of these addresses could not be reached by us.`
    }
  },
  who: {
    witness: name =>
      `This is a personal mail from ${name}, who runs a web server. What follows stands in its logs. Answers are read by a person.`,
    desk: organisation =>
      `We are ${organisation}. People who run web servers send us what their logs show of infected machines, and we tell the owners. Answers to this mail are read by a person.`,
    website: 'Who we are, and how to check that this mail is ours:',
  },
  seen: {
    states: told =>
      told.sole
        ? `The machine at ${told.sole} ${place(told)} is infected with ${allNamed(told)}. It tried to infect web servers ${period(told)} (UTC).`
        : `${numbers.format(told.machines)} machines ${place(told)} are infected with ${allNamed(told)}. They tried to infect web servers ${period(told)} (UTC).`,
    asks: told =>
      told.sole
        ? `The machine at ${told.sole} ${place(told)} may be infected with ${allNamed(told)}: it sent the same requests to web servers ${period(told)} (UTC). Would you please have a look at it?`
        : `${numbers.format(told.machines)} machines ${place(told)} may be infected with ${allNamed(told)}: they sent the same requests to web servers ${period(told)} (UTC). Would you please have a look at them?`,
  },
  please: machines =>
    machines === 1
      ? 'Please find the machine, clean it, and close the hole through which it was infected, or pass this on to whoever can. How is told below; cleaning alone does not last.'
      : 'Please find the machines, clean them, and close the holes through which they were infected, or pass this on to whoever can. How is told below; cleaning alone does not last.',
  untouched: machines =>
    machines === 1
      ? 'We did not connect to your machine and did not scan it: it came to those web servers by itself, and their logs say so.'
      : 'We did not connect to your machines and did not scan them: they came to those web servers by themselves, and their logs say so.',
  pool: 'You told us that these addresses are a pool, whose machines change. We do not say that it was the same machine each time: please take each request for one of whoever had the address at that time, and sent from that port.',

  machines: {
    heading: 'The machines',
    topic: {
      states: (family, hole) => `Infected with ${named(family)} (${hole})`,
      asks: (family, hole) => `Perhaps infected with ${named(family)} (${hole})`,
    },
    columns: {
      address: 'Address',
      port: 'Port',
      seen: 'First, last seen (UTC)',
      requests: 'Requests',
      reporters: 'Reporters',
    },
    explained:
      'The first line of a machine is the first request we know of, the second line the last one; Port is the port that this request came from, where the log has it. Reporters are independent of each other.',
    estimated: 'Numbers with ≈ are estimates, give or take 13 %.',
    left: (machines, attached) =>
      `${machines === 1 ? 'One more machine is' : `${numbers.format(machines)} more machines are`} ${attached ? 'in the attached file' : 'not listed here: please ask us for the list'}.`,
    evidence:
      'One request of each, as it was logged and made harmless: signs in brackets mean themselves, hxxp means http, X{224} means 224 times X.',
    evidenceOf: (source, at, port) =>
      `${source}, ${at}${port === undefined ? '' : `, port ${port}`}:`,
  },
  cleaning: {
    heading: 'Cleaning them, and closing the hole',
    proof: reason => `What shows it: ${reason}.`,
    devices: devices => `What catches it: ${devices}.`,
    hole: hole => `The hole: ${hole}.`,
    clean: advice => `Cleaning: ${advice}`,
    patch: advice => `Closing the hole: ${advice}`,
    calendar: calendar => `When it is active: ${calendar}`,
    references: 'More about it:',
  },
  why: {
    heading: 'Why we write to you',
    path: (sources, left, path) =>
      `${sources.join(', ')}${left === 0 ? '' : ` and ${numbers.format(left)} more`}: ${path}`,
    notYours:
      'If an address is not yours, please tell us, and if you know it, whose it is. We will not write to you about it again.',
  },
  forwarding: {
    heading: 'A text to pass on',
    intro: machines =>
      machines === 1
        ? 'If it is a machine of a customer, you may send this on:'
        : 'If they are machines of your customers, you may send this on, with address and time filled in:',
    opening: {
      states: (family, sent) =>
        `Your machine at ${sent?.source ?? '[ADDRESS]'} is infected with ${named(family)}. On ${sent?.at ?? '[TIME]'} (UTC) it tried to infect other machines over the Internet. Please do both of these; the first alone does not last:`,
      asks: (family, sent) =>
        `Your machine at ${sent?.source ?? '[ADDRESS]'} may be infected with ${named(family)}: on ${sent?.at ?? '[TIME]'} (UTC) it sent the same requests over the Internet. Please have a look at it, and if it is, do both of these; the first alone does not last:`,
    },
    clean: advice => `1. Clean it. ${advice}`,
    patch: (hole, advice) => `2. Close the hole it came through (${hole}). ${advice}`,
  },
  answering: {
    heading: 'How to answer, and how to stop these mails',
    reply:
      'Please answer this mail. It helps to know that a machine is clean, that an address is not yours, or that we are wrong.',
    keep: caseName => `Please leave [${caseName}] in the subject.`,
    status: machines =>
      machines === 1
        ? 'Whether the machine is still seen:'
        : 'Whether the machines are still seen:',
    stopPage: 'To get no more mails of this kind, answer with the word stop, or use this page:',
    stop: 'To get no more mails of this kind, answer with the word stop.',
  },
  attached: {
    heading: 'Attached',
    csv: (file, machines) =>
      `${file}: ${machines === 1 ? 'the machine' : `all ${numbers.format(machines)} machines`} as a table, in the shape of Shadowserver's reports.`,
    xarf: reports =>
      reports === 1
        ? 'One XARF report, with the evidence byte for byte, for the programs of your abuse desk.'
        : `${numbers.format(reports)} XARF reports, with the evidence byte for byte, for the programs of your abuse desk.`,
  },
  closing: 'Thank you.',
  page: enPage,
  retraction: enRetraction,
  notes: enNotes,
}
