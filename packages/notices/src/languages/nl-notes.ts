import type { NoteTexts } from './note-texts.ts'

/** The mails that are no letters, in Dutch. */
export const nlNotes: NoteTexts = {
  confirm: {
    subject: caseName => `[${caseName}] Moeten brieven over besmette machines naar u?`,
    text: (organisation, caseName) =>
      `${organisation} schrijft aan de eigenaren van besmette machines. Iemand die de brieven van zaak ${caseName} leest, vroeg ons ze voortaan naar deze mailbox te sturen. Als dat klopt, open dan deze pagina en bevestig het binnen zeven dagen:`,
    otherwise:
      'Zo niet, dan hoeft u niets te doen: er verandert niets, en hier staat geen machine. Op dezelfde pagina kunt u zeggen dat niemand u zulke mails mag laten sturen.',
  },
  feed: {
    subject: caseName => `[${caseName}] Het adres van uw lijst van machines`,
    text: organisation =>
      `U vroeg ${organisation} om een adres waar een programma van u kan lezen wat bekend is over de besmette machines in uw netwerken. Het is een sleutel: wie het heeft, kan de lijst lezen. Het werkt 180 dagen; vraag daarna om een nieuw adres. Als JSON, en als CSV:`,
    otherwise:
      'Als u er niet om vroeg, deed iemand anders het die onze brieven aan u leest; op deze pagina kunt u het adres sluiten:',
  },
}
