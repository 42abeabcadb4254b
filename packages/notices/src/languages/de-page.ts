import type { PageTexts } from './page-texts.ts'

/** The page of an owner, in German. */
export const dePage: PageTexts = {
  title: caseName => `Ihre Rechner, Fall ${caseName}`,
  intro: organisation =>
    `${organisation} hat Ihnen wegen dieser Rechner geschrieben. Diese Seite zeigt, was jetzt über sie bekannt ist. Alle Zeiten sind in UTC.`,
  machines: 'Rechner',
  columns: {
    chosen: 'Auswahl',
    address: 'Adresse',
    family: 'Infiziert mit',
    state: 'Jetzt',
    first: 'Zuerst gesehen',
    last: 'Zuletzt gesehen',
    requests: 'Anfragen',
  },
  state: {
    active: 'wird noch gesehen, soweit bekannt',
    cleaned: 'laut Ihnen bereinigt',
    patched: 'laut Ihnen gepatcht',
    quiet: 'nicht mehr gesehen',
    fixed: 'vermutlich sauber',
    disputed: 'Sie bestreiten es; jemand sieht es sich an',
    over: 'von der Liste genommen',
  },
  evidence: 'Beweis',
  redacted:
    'Eine Anfrage von jedem Rechner. Privates ist entfernt, und Zeichen sind getrennt, damit nichts hier Schaden anrichten kann.',
  none: 'Es ist nichts mehr zu melden.',
  answer: 'Ihre Antwort',
  allMeant:
    'Sie gilt für die Rechner, die Sie oben auswählen; für alle, wenn Sie keinen auswählen.',
  words: {
    acknowledge: 'Wir arbeiten daran',
    cleaned: 'Bereinigt',
    patched: 'Gepatcht',
    'not-ours': 'Nicht unsere',
    'false-positive': 'Sie irren sich',
    dynamic: 'Ein Pool wechselnder Adressen',
    stop: 'Keine Briefe mehr',
  },
  explained: {
    acknowledge: days =>
      `Sie bekommen ${days === 1 ? 'einen Tag' : `${days} Tage`} lang keinen Brief.`,
    cleaned: 'Die Infektion ist weg; die Lücke kann noch offen sein.',
    patched: 'Die Lücke ist geschlossen, und die Infektion ist weg.',
    'not-ours': 'Die Adressen gehören Ihnen nicht. Jemand sieht es sich an.',
    'false-positive': 'Die Rechner sind nicht infiziert. Jemand sieht es sich an.',
    dynamic: 'Die Adressen wechseln den Benutzer. Jemand sieht es sich an.',
    stop: 'Sie bekommen keine mehr, über welchen Rechner auch immer.',
  },
  stopped: 'Sie wollten keine Briefe mehr und bekommen keine.',
  secret: 'Die Adresse dieser Seite ist ein Schlüssel: Wer sie hat, kann für Sie antworten.',
}
