import type { Form } from '../notice/notice.ts'

/** How a machine stands, as its owner is told on the page. */
export type PageState = 'active' | 'cleaned' | 'patched' | 'quiet' | 'fixed' | 'disputed' | 'over'

/** What an owner can say on the page. */
export const pageWords = [
  'acknowledge',
  'cleaned',
  'patched',
  'not-ours',
  'false-positive',
  'dynamic',
  'static',
  'stop',
] as const
export type PageWord = (typeof pageWords)[number]

/** What the page of an owner says. */
export type PageTexts = {
  readonly title: (caseName: string) => string
  readonly intro: (organisation: string) => string
  readonly machines: string
  readonly columns: {
    readonly chosen: string
    readonly address: string
    readonly family: string
    readonly state: string
    readonly first: string
    readonly last: string
    readonly requests: string
  }
  readonly state: Readonly<Record<PageState, string>>
  readonly evidence: string
  readonly redacted: string
  readonly none: string
  readonly answer: string
  /** Which machines an answer is about when none is chosen. */
  readonly allMeant: string
  readonly words: Readonly<Record<PageWord, string>>
  readonly explained: Readonly<Record<Exclude<PageWord, 'acknowledge'>, string>> & {
    readonly acknowledge: (peaceDays: number) => string
  }
  /** Stands with a machine whose address is in a pool. */
  readonly pool: string
  readonly settings: {
    readonly heading: string
    readonly form: string
    readonly forms: Readonly<Record<Form, string>>
    readonly rhythm: string
    readonly rhythms: Readonly<Record<'each' | 'weekly', string>>
    readonly save: string
  }
  readonly mailbox: {
    readonly heading: string
    readonly explained: string
    readonly label: string
    readonly ask: string
    readonly asked: (mailbox: string) => string
    readonly refused: (mailbox: string) => string
    readonly now: (mailbox: string) => string
    readonly back: string
  }
  readonly feed: {
    readonly heading: string
    readonly explained: string
    readonly ask: string
    readonly due: string
    readonly now: string
    readonly end: string
  }
  /** The page that a mail names which asks a mailbox to confirm. */
  readonly confirm: {
    readonly title: string
    readonly intro: (organisation: string, caseName: string) => string
    readonly confirm: string
    readonly done: string
    readonly over: string
    readonly stop: string
    readonly stopped: string
  }
  readonly stopped: string
  readonly secret: string
}
