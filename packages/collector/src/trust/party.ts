/**
 * What makes two submitters count as one: `as:64500`, `registrant:…`, `network:198.51.0.0/16`, `mail:example.org`,
 * `batch:…`, `own`. It names whoever could speak with both mouths.
 */
export type Party = string
