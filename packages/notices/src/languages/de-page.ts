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
    static: 'Kein Pool',
    stop: 'Keine Briefe mehr',
  },
  explained: {
    acknowledge: days =>
      `Sie bekommen ${days === 1 ? 'einen Tag' : `${days} Tage`} lang keinen Brief.`,
    cleaned: 'Die Infektion ist weg; die Lücke kann noch offen sein.',
    patched: 'Die Lücke ist geschlossen, und die Infektion ist weg.',
    'not-ours': 'Die Adressen gehören Ihnen nicht. Jemand sieht es sich an.',
    'false-positive': 'Die Rechner sind nicht infiziert. Jemand sieht es sich an.',
    dynamic:
      'Die Adressen wechseln den Benutzer. Briefe sagen das, und niemand über Ihnen erfährt von einer dieser Adressen, ohne dass jemand es sich angesehen hat.',
    static: 'Jede Adresse gehört zu einem Rechner.',
    stop: 'Sie bekommen keine mehr, über welchen Rechner auch immer.',
  },
  pool: 'laut Ihnen in einem Pool wechselnder Adressen',
  settings: {
    heading: 'Wie wir Ihnen schreiben',
    form: 'Form der Briefe',
    forms: {
      digest: 'Brief mit Tabelle (CSV) und Meldungen (XARF)',
      xarf: 'XARF-Meldung, wenn es in einem Brief um einen Rechner geht; sonst wie oben',
      text: 'Nur ein Brief',
      cert: 'Brief mit Tabelle (CSV)',
    },
    rhythm: 'Wie oft',
    rhythms: {
      each: 'Sooft es etwas Neues gibt, aber nie jeden Tag',
      weekly: 'Höchstens einmal in sieben Tagen',
    },
    save: 'Speichern',
  },
  mailbox: {
    heading: 'Ein anderer Kontakt',
    explained:
      'Briefe zu diesem Fall können an ein anderes Postfach gehen. Es bekommt zuerst eine Mail mit einem Link, über den es zustimmen muss.',
    label: 'Mailadresse',
    ask: 'Um Zustimmung bitten',
    asked: mailbox => `Wir bitten ${mailbox} um Zustimmung. Bis dahin bleibt alles, wie es ist.`,
    refused: mailbox => `An ${mailbox} können wir nicht schreiben.`,
    now: mailbox => `Briefe gehen an ${mailbox}.`,
    back: 'Schreiben Sie uns wieder dorthin, wohin Sie zuerst schrieben',
  },
  feed: {
    heading: 'Für Programme',
    explained:
      'Ein Programm von Ihnen kann lesen, was über die Rechner in Ihren Netzen bekannt ist, als JSON oder CSV. Die Adresse dafür ist ein Schlüssel, darum schicken wir sie per Mail.',
    ask: 'Schicken Sie uns die Adresse',
    due: 'Eine Mail mit der Adresse ist unterwegs.',
    now: 'Die Adressen, die wir geschickt haben, öffnen die Liste, jede 180 Tage lang.',
    end: 'Schließen Sie sie',
  },
  confirm: {
    title: 'Briefe über infizierte Rechner',
    intro: (organisation, caseName) =>
      `${organisation} wurde gebeten, Briefe über infizierte Rechner, Fall ${caseName}, ab jetzt an dieses Postfach zu schicken. Nichts ändert sich, wenn Sie nicht zustimmen.`,
    confirm: 'Schicken Sie sie hierher',
    done: 'Briefe zu diesem Fall kommen ab jetzt hierher.',
    over: 'Hier ist nichts mehr zu bestätigen.',
    stop: 'Schreiben Sie diesem Postfach nicht mehr',
    stopped: 'Sie wollten keine solchen Mails mehr und bekommen keine.',
  },
  stopped: 'Sie wollten keine Briefe mehr und bekommen keine.',
  secret: 'Die Adresse dieser Seite ist ein Schlüssel: Wer sie hat, kann für Sie antworten.',
}
