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
  readonly stopped: string
  readonly secret: string
}
