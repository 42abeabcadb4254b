import type { Instant } from '@redalert/core'
import type { Stage } from '../notice/notice.ts'
import type { Voice } from '../notice/voice.ts'
import type { MailText } from '../safe/mail-text.ts'
import type { NoteTexts } from './note-texts.ts'
import type { PageTexts } from './page-texts.ts'
import type { RetractionTexts } from './retraction-texts.ts'
import type { Told, ToldFamily } from './told.ts'

/** A language that letters are written in: every sentence a function, so that a missing one does not compile. */
export type Language = {
  /** What takes a letter back. */
  readonly retraction: RetractionTexts
  readonly tag: string
  /** Countries whose owners are written to in it first, two letters. */
  readonly countries: readonly string[]
  /** Sentences of the families' dossiers by their English; one that is not here stays English. */
  readonly dossier: Readonly<Record<string, string>>

  readonly number: (count: number) => string
  readonly subject: Readonly<Record<Voice, (told: Told) => string>>

  readonly greeting: string
  readonly later: (stage: Exclude<Stage, { kind: 'first' }>) => string
  readonly who: {
    readonly witness: (name: MailText) => string
    readonly desk: (organisation: MailText) => string
    /** Stands before a link. */
    readonly website: string
  }
  readonly seen: Readonly<Record<Voice, (told: Told) => string>>
  readonly please: (machines: number) => string
  readonly untouched: (machines: number) => string
  /** The addresses change hands, as their owner says. */
  readonly pool: string

  readonly machines: {
    readonly heading: string
    readonly topic: Readonly<Record<Voice, (family: ToldFamily, hole: MailText) => string>>
    /** Column headings, short: five of them and an address share 72 columns. */
    readonly columns: {
      readonly address: string
      readonly port: string
      readonly seen: string
      readonly requests: string
      readonly reporters: string
    }
    readonly explained: string
    readonly estimated: string
    readonly left: (machines: number, attached: boolean) => string
    readonly evidence: string
    readonly evidenceOf: (source: MailText, at: Instant, port: number | undefined) => string
  }
  readonly cleaning: {
    readonly heading: string
    readonly proof: (reason: MailText) => string
    readonly devices: (devices: MailText) => string
    readonly hole: (hole: MailText) => string
    readonly clean: (advice: MailText) => string
    readonly patch: (advice: MailText) => string
    readonly calendar: (calendar: MailText) => string
    /** Stands before links. */
    readonly references: string
  }
  readonly why: {
    readonly heading: string
    readonly path: (sources: readonly MailText[], left: number, path: MailText) => string
    readonly notYours: string
  }
  readonly forwarding: {
    readonly heading: string
    readonly intro: (machines: number) => string
    readonly opening: Readonly<Record<Voice, (family: ToldFamily, at: Sent | undefined) => string>>
    readonly clean: (advice: MailText) => string
    readonly patch: (hole: MailText, advice: MailText) => string
  }
  readonly answering: {
    readonly heading: string
    readonly reply: string
    readonly keep: (caseName: MailText) => string
    /** These two stand before a link; `stop` stands alone where there is none. */
    readonly status: (machines: number) => string
    readonly stopPage: string
    readonly stop: string
  }
  readonly attached: {
    readonly heading: string
    readonly csv: (file: MailText, machines: number) => string
    readonly xarf: (reports: number) => string
  }
  readonly closing: string
  /** The page that a letter names. */
  readonly page: PageTexts
  readonly notes: NoteTexts
}

/** The one machine that a text to be passed on speaks of; without one it has blanks to be filled in. */
export type Sent = { readonly source: MailText; readonly at: Instant }
