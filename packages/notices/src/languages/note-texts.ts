/** The mails that tell of no machine. A link stands after each text. */
export type NoteTexts = {
  /** Asks a mailbox whether letters may go there. */
  readonly confirm: {
    readonly subject: (caseName: string) => string
    readonly text: (organisation: string, caseName: string) => string
    readonly otherwise: string
  }
  /** Brings the address of a list for programs. */
  readonly feed: {
    readonly subject: (caseName: string) => string
    readonly text: (organisation: string) => string
    readonly otherwise: string
  }
}
