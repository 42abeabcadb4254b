/** How much time is allowed for what. */
export type LifeLimits = {
  /** A host that is seen later than so many hours after a notice goes on. */
  readonly noticeHours: number
  /** Clocks differ: what is seen so many hours after a claim may have been before it. */
  readonly claimHours: number
  /** What was not seen for so many days is not told any more. */
  readonly freshDays: number
  /** After so many days of silence the address may have gone to another machine. */
  readonly tenancyDays: number
}

/** What stands where nobody says otherwise. */
export const lifeLimits: LifeLimits = {
  noticeHours: 48,
  claimHours: 6,
  freshDays: 30,
  tenancyDays: 30,
}
