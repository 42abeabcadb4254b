import { deDossier } from './de-dossier.ts'
import { deNotes } from './de-notes.ts'
import { dePage } from './de-page.ts'
import { deRetraction } from './de-retraction.ts'
import type { Language } from './language.ts'
import type { Told, ToldFamily } from './told.ts'

/** In the dative, which every sentence here asks for, and never at the end of one. */
const kinds: Readonly<Record<ToldFamily['kind'], (name: string) => string>> = {
  worm: name => `dem Wurm ${name}`,
  bot: name => `einem Bot, der sich über ${name} verbreitet,`,
  scanner: name => `einem Programm, das über ${name} angreift,`,
}
const list = new Intl.ListFormat('de-DE', { type: 'conjunction' })
const numbers = new Intl.NumberFormat('de-DE', { maximumFractionDigits: 0 })

function named({ name, kind }: ToldFamily): string {
  return kinds[kind](name)
}

/** Where no word follows. */
function endingWith(family: ToldFamily): string {
  const name = named(family)
  return name.endsWith(',') ? name.slice(0, -1) : name
}

function allNamed({ families, others }: Told): string {
  const more = others === 1 ? 'einem weiteren' : `${numbers.format(others)} weiteren`
  const all = list.format(others === 0 ? families.map(named) : [...families.map(named), more])
  return all.replaceAll(',,', ',')
}

function place({ where }: Told): string {
  return where === 'network' ? 'in Ihrem Netz' : 'in Ihrem Zuständigkeitsbereich'
}

function period({ first, last }: Told): string {
  return first === last ? `um ${first}` : `zwischen ${first} und ${last}`
}

/** German. */
export const de: Language = {
  tag: 'de',
  countries: ['DE', 'AT', 'LI'],
  dossier: deDossier,
  number: count => numbers.format(count),
  subject: {
    states: told =>
      told.sole
        ? `${told.sole} ist mit ${allNamed(told)} infiziert`
        : `${numbers.format(told.machines)} Rechner ${place(told)} sind mit ${allNamed(told)} infiziert`,
    asks: told =>
      told.sole
        ? `Ist ${told.sole} mit ${allNamed(told)} infiziert?`
        : `Sind ${numbers.format(told.machines)} Rechner ${place(told)} mit ${allNamed(told)} infiziert?`,
  },

  greeting: 'Guten Tag,',
  later: stage => {
    switch (stage.kind) {
      case 'more':
        return `Wir haben Ihnen am ${stage.told.slice(0, 10)} geschrieben. Was hier steht, ist seitdem dazugekommen.`
      case 'reminder':
        return `Wir haben Ihnen am ${stage.told.slice(0, 10)} hierzu geschrieben. Was hier steht, wurde seitdem erneut beobachtet.`
      case 'escalation':
        return `Am ${stage.told.slice(0, 10)} haben wir hierzu an ${stage.to} geschrieben, den Kontakt, den das Register zu diesen Adressen nennt. Sie sind noch aktiv; daher schreiben wir nun Ihnen, da Sie für das umgebende Netz verantwortlich sind.`
      case 'country':
        return `Wir schreiben Ihnen als dem Team, das für Netze in diesem Land (${stage.country}) ansprechbar ist: Die Inhaber dieser Adressen konnten wir nicht erreichen.`
    }
  },
  who: {
    witness: name =>
      `Dies ist eine persönliche Mail von ${name}. Was hier steht, stammt aus den Protokollen eines eigenen Webservers. Antworten liest ein Mensch.`,
    desk: organisation =>
      `Wir sind ${organisation}. Betreiber von Webservern schicken uns, was ihre Protokolle von infizierten Rechnern zeigen, und wir benachrichtigen die Inhaber. Antworten auf diese Mail liest ein Mensch.`,
    website: 'Wer wir sind, und wie Sie prüfen, dass diese Mail von uns ist:',
  },
  seen: {
    states: told =>
      told.sole
        ? `Der Rechner mit der Adresse ${told.sole} ${place(told)} ist mit ${allNamed(told)} infiziert. Er hat ${period(told)} (UTC) versucht, Webserver zu infizieren.`
        : `${numbers.format(told.machines)} Rechner ${place(told)} sind mit ${allNamed(told)} infiziert. Sie haben ${period(told)} (UTC) versucht, Webserver zu infizieren.`,
    asks: told =>
      told.sole
        ? `Der Rechner mit der Adresse ${told.sole} ${place(told)} ist vielleicht mit ${allNamed(told)} infiziert: Er hat ${period(told)} (UTC) die gleichen Anfragen an Webserver geschickt. Würden Sie ihn bitte untersuchen?`
        : `${numbers.format(told.machines)} Rechner ${place(told)} sind vielleicht mit ${allNamed(told)} infiziert: Sie haben ${period(told)} (UTC) die gleichen Anfragen an Webserver geschickt. Würden Sie sie bitte untersuchen?`,
  },
  please: machines =>
    machines === 1
      ? 'Bitte finden Sie den Rechner, bereinigen Sie ihn und schließen Sie die Lücke, durch die er infiziert wurde, oder geben Sie dies an den weiter, der es kann. Wie das geht, steht unten; Bereinigen allein hält nicht vor.'
      : 'Bitte finden Sie die Rechner, bereinigen Sie sie und schließen Sie die Lücken, durch die sie infiziert wurden, oder geben Sie dies an den weiter, der es kann. Wie das geht, steht unten; Bereinigen allein hält nicht vor.',
  untouched: machines =>
    machines === 1
      ? 'Wir haben keine Verbindung zu Ihrem Rechner aufgebaut und ihn nicht gescannt: Er kam von sich aus zu jenen Webservern, und so steht es in deren Protokollen.'
      : 'Wir haben keine Verbindung zu Ihren Rechnern aufgebaut und sie nicht gescannt: Sie kamen von sich aus zu jenen Webservern, und so steht es in deren Protokollen.',
  pool: 'Sie haben uns gesagt, dass diese Adressen ein Pool sind, dessen Rechner wechseln. Wir sagen nicht, dass es jedes Mal derselbe Rechner war: Nehmen Sie jede Anfrage für eine von dem, der die Adresse zu dieser Zeit hatte und von diesem Port sendete.',

  machines: {
    heading: 'Die Rechner',
    topic: {
      states: (family, hole) => `Infiziert mit ${endingWith(family)} (${hole})`,
      asks: (family, hole) => `Vielleicht infiziert mit ${endingWith(family)} (${hole})`,
    },
    columns: {
      address: 'Adresse',
      port: 'Port',
      seen: 'Zuerst, zuletzt (UTC)',
      requests: 'Anfragen',
      reporters: 'Melder',
    },
    explained:
      'Die erste Zeile eines Rechners ist die erste Anfrage, die wir kennen, die zweite die letzte; Port ist der Port, von dem diese Anfrage kam, sofern er im Protokoll steht. Die Melder sind voneinander unabhängig.',
    estimated: 'Zahlen mit ≈ sind auf 13 % genau geschätzt.',
    left: (machines, attached) =>
      `${machines === 1 ? 'Ein weiterer Rechner steht' : `${numbers.format(machines)} weitere Rechner stehen`} ${attached ? 'in der angehängten Datei' : 'hier nicht: Bitte fragen Sie uns nach der Liste'}.`,
    evidence:
      'Von jedem Rechner eine Anfrage, wie sie protokolliert wurde, und unschädlich gemacht: Zeichen in eckigen Klammern bedeuten sich selbst, hxxp bedeutet http, X{224} bedeutet 224-mal X.',
    evidenceOf: (source, at, port) =>
      `${source}, ${at}${port === undefined ? '' : `, Port ${port}`}:`,
  },
  cleaning: {
    heading: 'Bereinigen, und die Lücke schließen',
    proof: reason => `Woran es zu erkennen ist: ${reason}.`,
    devices: devices => `Was davon befallen wird: ${devices}.`,
    hole: hole => `Die Lücke: ${hole}.`,
    clean: advice => `Bereinigen: ${advice}`,
    patch: advice => `Die Lücke schließen: ${advice}`,
    calendar: calendar => `Wann es aktiv ist: ${calendar}`,
    references: 'Mehr dazu:',
  },
  why: {
    heading: 'Warum wir Ihnen schreiben',
    path: (sources, left, path) =>
      `${sources.join(', ')}${left === 0 ? '' : ` und ${numbers.format(left)} weitere`}: ${path}`,
    notYours:
      'Gehört eine Adresse nicht Ihnen, dann sagen Sie es uns bitte, und wenn Sie es wissen, wem sie gehört. Wir schreiben Ihnen dann nicht mehr darüber.',
  },
  forwarding: {
    heading: 'Ein Text zum Weitergeben',
    intro: machines =>
      machines === 1
        ? 'Ist es der Rechner eines Kunden, dann können Sie dies weiterleiten:'
        : 'Sind es Rechner von Kunden, dann können Sie dies weiterleiten, mit Adresse und Zeit ausgefüllt:',
    opening: {
      states: (family, sent) =>
        `Ihr Rechner mit der Adresse ${sent?.source ?? '[ADRESSE]'} ist mit ${named(family)} infiziert. Um ${sent?.at ?? '[ZEIT]'} (UTC) hat er versucht, andere Rechner im Internet zu infizieren. Bitte tun Sie beides; das erste allein hält nicht vor:`,
      asks: (family, sent) =>
        `Ihr Rechner mit der Adresse ${sent?.source ?? '[ADRESSE]'} ist vielleicht mit ${named(family)} infiziert: Um ${sent?.at ?? '[ZEIT]'} (UTC) hat er die gleichen Anfragen ins Internet geschickt. Bitte untersuchen Sie ihn, und ist es so, tun Sie beides; das erste allein hält nicht vor:`,
    },
    clean: advice => `1. Bereinigen. ${advice}`,
    patch: (hole, advice) => `2. Die Lücke schließen, durch die es kam (${hole}). ${advice}`,
  },
  answering: {
    heading: 'Wie Sie antworten, und wie Sie diese Mails abstellen',
    reply:
      'Bitte antworten Sie auf diese Mail. Es hilft zu wissen, dass ein Rechner bereinigt ist, dass eine Adresse nicht Ihnen gehört, oder dass wir uns irren.',
    keep: caseName => `Bitte lassen Sie [${caseName}] im Betreff stehen.`,
    status: machines =>
      machines === 1
        ? 'Ob der Rechner noch beobachtet wird:'
        : 'Ob die Rechner noch beobachtet werden:',
    stopPage:
      'Möchten Sie solche Mails nicht mehr bekommen, antworten Sie mit dem Wort stop, oder nutzen Sie diese Seite:',
    stop: 'Möchten Sie solche Mails nicht mehr bekommen, antworten Sie mit dem Wort stop.',
  },
  attached: {
    heading: 'Angehängt',
    csv: (file, machines) =>
      `${file}: ${machines === 1 ? 'der Rechner' : `alle ${numbers.format(machines)} Rechner`} als Tabelle, in der Form der Berichte von Shadowserver.`,
    xarf: reports =>
      reports === 1
        ? 'Ein XARF-Bericht, mit dem Beweis Byte für Byte, für die Programme Ihrer Abuse-Abteilung.'
        : `${numbers.format(reports)} XARF-Berichte, mit dem Beweis Byte für Byte, für die Programme Ihrer Abuse-Abteilung.`,
  },
  closing: 'Vielen Dank.',
  page: dePage,
  retraction: deRetraction,
  notes: deNotes,
}
