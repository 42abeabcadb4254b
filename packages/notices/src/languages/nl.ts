import { nlNotes } from './nl-notes.ts'
import { nlPage } from './nl-page.ts'
import { nlRetraction } from './nl-retraction.ts'
import type { Language } from './language.ts'
import { nlDossier } from './nl-dossier.ts'
import type { Told, ToldFamily } from './told.ts'

const kinds: Readonly<Record<ToldFamily['kind'], (name: string) => string>> = {
  worm: name => `de worm ${name}`,
  bot: name => `een bot die zich verspreidt via ${name}`,
  scanner: name => `een programma dat aanvalt via ${name}`,
}
const list = new Intl.ListFormat('nl-NL', { type: 'conjunction' })
const numbers = new Intl.NumberFormat('nl-NL', { maximumFractionDigits: 0 })

function named({ name, kind }: ToldFamily): string {
  return kinds[kind](name)
}

function allNamed({ families, others }: Told): string {
  const more = others === 1 ? 'nog één' : `nog ${numbers.format(others)} andere`
  return list.format(others === 0 ? families.map(named) : [...families.map(named), more])
}

function place({ where }: Told): string {
  return where === 'network' ? 'in uw netwerk' : 'in uw werkgebied'
}

function period({ first, last }: Told): string {
  return first === last ? `op ${first}` : `tussen ${first} en ${last}`
}

/** Dutch. */
export const nl: Language = {
  tag: 'nl',
  countries: ['NL', 'SR'],
  dossier: nlDossier,
  number: count => numbers.format(count),
  subject: {
    states: told =>
      told.sole
        ? `${told.sole} is besmet met ${allNamed(told)}`
        : `${numbers.format(told.machines)} machines ${place(told)} zijn besmet met ${allNamed(told)}`,
    asks: told =>
      told.sole
        ? `Is ${told.sole} besmet met ${allNamed(told)}?`
        : `Zijn ${numbers.format(told.machines)} machines ${place(told)} besmet met ${allNamed(told)}?`,
  },

  greeting: 'Goedendag,',
  later: stage => {
    switch (stage.kind) {
      case 'more':
        return `Wij schreven u op ${stage.told.slice(0, 10)}. Wat hier staat is nieuw sindsdien.`
      case 'reminder':
        return `Wij schreven u hierover op ${stage.told.slice(0, 10)}. Wat hier staat is sindsdien opnieuw gezien.`
      case 'escalation':
        return `Op ${stage.told.slice(0, 10)} schreven wij hierover aan ${stage.to}, het contact dat het register voor deze adressen noemt. Ze zijn nog actief; daarom schrijven wij nu u, die verantwoordelijk bent voor het netwerk eromheen.`
      case 'country':
        return `Wij schrijven u als het team dat voor netwerken in dit land (${stage.country}) aanspreekbaar is: de houders van deze adressen konden wij niet bereiken.`
    }
  },
  who: {
    witness: name =>
      `Dit is een persoonlijke mail van ${name}, die een webserver beheert. Wat hier staat komt uit de logbestanden daarvan. Een mens leest uw antwoord.`,
    desk: organisation =>
      `Wij zijn ${organisation}. Beheerders van webservers sturen ons wat hun logbestanden van besmette machines laten zien, en wij lichten de eigenaars in. Een mens leest uw antwoord op deze mail.`,
    website: 'Wie wij zijn, en hoe u nagaat dat deze mail van ons is:',
  },
  seen: {
    states: told =>
      told.sole
        ? `De machine op ${told.sole} ${place(told)} is besmet met ${allNamed(told)}. Zij probeerde ${period(told)} (UTC) webservers te besmetten.`
        : `${numbers.format(told.machines)} machines ${place(told)} zijn besmet met ${allNamed(told)}. Zij probeerden ${period(told)} (UTC) webservers te besmetten.`,
    asks: told =>
      told.sole
        ? `De machine op ${told.sole} ${place(told)} is misschien besmet met ${allNamed(told)}: zij stuurde ${period(told)} (UTC) dezelfde verzoeken aan webservers. Wilt u ernaar kijken?`
        : `${numbers.format(told.machines)} machines ${place(told)} zijn misschien besmet met ${allNamed(told)}: zij stuurden ${period(told)} (UTC) dezelfde verzoeken aan webservers. Wilt u ernaar kijken?`,
  },
  please: machines =>
    machines === 1
      ? 'Zoek de machine alstublieft op, maak haar schoon en dicht het lek waardoor zij besmet raakte, of geef dit door aan wie dat kan. Hoe dat gaat staat hieronder; schoonmaken alleen houdt geen stand.'
      : 'Zoek de machines alstublieft op, maak ze schoon en dicht de lekken waardoor ze besmet raakten, of geef dit door aan wie dat kan. Hoe dat gaat staat hieronder; schoonmaken alleen houdt geen stand.',
  untouched: machines =>
    machines === 1
      ? 'Wij hebben geen verbinding met uw machine gemaakt en haar niet gescand: zij kwam zelf bij die webservers, en dat staat in hun logbestanden.'
      : 'Wij hebben geen verbinding met uw machines gemaakt en ze niet gescand: ze kwamen zelf bij die webservers, en dat staat in hun logbestanden.',
  pool: 'U zei ons dat deze adressen een pool zijn, waarvan de machines wisselen. Wij zeggen niet dat het telkens dezelfde machine was: neem elk verzoek voor een van wie het adres op dat moment had, en vanaf die poort zond.',

  machines: {
    heading: 'De machines',
    topic: {
      states: (family, hole) => `Besmet met ${named(family)} (${hole})`,
      asks: (family, hole) => `Misschien besmet met ${named(family)} (${hole})`,
    },
    columns: {
      address: 'Adres',
      port: 'Poort',
      seen: 'Eerst, laatst (UTC)',
      requests: 'Verzoeken',
      reporters: 'Melders',
    },
    explained:
      'De eerste regel van een machine is het eerste verzoek dat wij kennen, de tweede het laatste; Poort is de poort waarvandaan dat verzoek kwam, als die in het logbestand staat. De melders zijn onafhankelijk van elkaar.',
    estimated: 'Getallen met ≈ zijn schattingen, op 13 % na.',
    left: (machines, attached) =>
      `${machines === 1 ? 'Nog één machine staat' : `Nog ${numbers.format(machines)} machines staan`} ${attached ? 'in het bijgevoegde bestand' : 'hier niet: vraag ons om de lijst'}.`,
    evidence:
      'Van elke machine één verzoek, zoals het in het logbestand staat en onschadelijk gemaakt: tekens tussen haken zijn zichzelf, hxxp is http, X{224} is 224 maal X.',
    evidenceOf: (source, at, port) =>
      `${source}, ${at}${port === undefined ? '' : `, poort ${port}`}:`,
  },
  cleaning: {
    heading: 'Schoonmaken, en het lek dichten',
    proof: reason => `Waar het aan te zien is: ${reason}.`,
    devices: devices => `Wat ermee besmet raakt: ${devices}.`,
    hole: hole => `Het lek: ${hole}.`,
    clean: advice => `Schoonmaken: ${advice}`,
    patch: advice => `Het lek dichten: ${advice}`,
    calendar: calendar => `Wanneer het actief is: ${calendar}`,
    references: 'Meer hierover:',
  },
  why: {
    heading: 'Waarom wij u schrijven',
    path: (sources, left, path) =>
      `${sources.join(', ')}${left === 0 ? '' : ` en nog ${numbers.format(left)}`}: ${path}`,
    notYours:
      'Is een adres niet van u, laat het ons dan weten, en van wie het wel is als u dat weet. Wij schrijven u er dan niet meer over.',
  },
  forwarding: {
    heading: 'Een tekst om door te sturen',
    intro: machines =>
      machines === 1
        ? 'Is het een machine van een klant, dan kunt u dit doorsturen:'
        : 'Zijn het machines van klanten, dan kunt u dit doorsturen, met adres en tijd ingevuld:',
    opening: {
      states: (family, sent) =>
        `Uw machine op ${sent?.source ?? '[ADRES]'} is besmet met ${named(family)}. Op ${sent?.at ?? '[TIJD]'} (UTC) probeerde zij andere machines op internet te besmetten. Doe alstublieft allebei; het eerste alleen houdt geen stand:`,
      asks: (family, sent) =>
        `Uw machine op ${sent?.source ?? '[ADRES]'} is misschien besmet met ${named(family)}: op ${sent?.at ?? '[TIJD]'} (UTC) stuurde zij dezelfde verzoeken over internet. Kijk er alstublieft naar, en doe als het zo is allebei; het eerste alleen houdt geen stand:`,
    },
    clean: advice => `1. Schoonmaken. ${advice}`,
    patch: (hole, advice) => `2. Het lek dichten waardoor het binnenkwam (${hole}). ${advice}`,
  },
  answering: {
    heading: 'Hoe u antwoordt, en hoe u deze mails stopt',
    reply:
      'Antwoord alstublieft op deze mail. Het helpt te weten dat een machine schoon is, dat een adres niet van u is, of dat wij het mis hebben.',
    keep: caseName => `Laat [${caseName}] in het onderwerp staan.`,
    status: machines =>
      machines === 1 ? 'Of de machine nog gezien wordt:' : 'Of de machines nog gezien worden:',
    stopPage:
      'Wilt u zulke mails niet meer, antwoord dan met het woord stop, of gebruik deze pagina:',
    stop: 'Wilt u zulke mails niet meer, antwoord dan met het woord stop.',
  },
  attached: {
    heading: 'Bijgevoegd',
    csv: (file, machines) =>
      `${file}: ${machines === 1 ? 'de machine' : `alle ${numbers.format(machines)} machines`} als tabel, in de vorm van de rapporten van Shadowserver.`,
    xarf: reports =>
      reports === 1
        ? "Eén XARF-rapport, met het bewijs byte voor byte, voor de programma's van uw abuse desk."
        : `${numbers.format(reports)} XARF-rapporten, met het bewijs byte voor byte, voor de programma's van uw abuse desk.`,
  },
  closing: 'Dank u wel.',
  page: nlPage,
  retraction: nlRetraction,
  notes: nlNotes,
}
