/** Who hands addresses out: where it is asked, and how often it may be. Plain data, so that an operator can add one. */
export type Registry = {
  readonly name: string
  /** The base of its RDAP pages, https, with the slash at the end. */
  readonly rdap?: string
  /** `host` or `host:port`; 43 is meant where no port is said. */
  readonly whois?: string
  /** What is sent for an address in WHOIS: `ADDRESS` stands for it. */
  readonly whoisQuery?: string
  /** How its WHOIS answers are written. */
  readonly whoisForm?: 'rpsl' | 'arin' | 'krnic'
  readonly pace: Pace
}

/** How often a registry may be asked. */
export type Pace = {
  readonly perMinute: number
  /** How many questions may follow each other at once after a rest. */
  readonly burst: number
}
