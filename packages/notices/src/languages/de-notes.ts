import type { NoteTexts } from './note-texts.ts'

/** The mails that are no letters, in German. */
export const deNotes: NoteTexts = {
  confirm: {
    subject: caseName => `[${caseName}] Sollen Briefe über infizierte Rechner zu Ihnen kommen?`,
    text: (organisation, caseName) =>
      `${organisation} schreibt den Eigentümern infizierter Rechner. Jemand, der die Briefe zum Fall ${caseName} liest, hat uns gebeten, sie ab jetzt an dieses Postfach zu schicken. Wenn das stimmt, öffnen Sie bitte diese Seite und bestätigen Sie es innerhalb von sieben Tagen:`,
    otherwise:
      'Wenn nicht, brauchen Sie nichts zu tun: Nichts ändert sich, und hier steht kein Rechner. Auf derselben Seite können Sie sagen, dass niemand Ihnen solche Mails schicken lassen soll.',
  },
  feed: {
    subject: caseName => `[${caseName}] Die Adresse Ihrer Liste von Rechnern`,
    text: organisation =>
      `Sie haben ${organisation} um eine Adresse gebeten, von der ein Programm lesen kann, was über die infizierten Rechner in Ihren Netzen bekannt ist. Sie ist ein Schlüssel: Wer sie hat, kann die Liste lesen. Sie gilt 180 Tage; danach bitten Sie um eine neue. Als JSON, und als CSV:`,
    otherwise:
      'Wenn Sie nicht darum gebeten haben, hat es jemand getan, der unsere Briefe an Sie liest; auf dieser Seite können Sie die Adresse schließen:',
  },
}
