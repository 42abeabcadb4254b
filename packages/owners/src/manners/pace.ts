import type { Pace } from '../registries/registry.ts'

/** A bucket that fills with time: each question takes one token out. */
export type Bucket = { readonly tokens: number; readonly at: number }

/** The bucket as it is now. */
export function fill({ tokens, at }: Bucket, { perMinute, burst }: Pace, now: number): Bucket {
  return { tokens: Math.min(burst, tokens + ((now - at) * perMinute) / 60_000), at: now }
}

/** How long until there is a token; zero when there is one. */
export function waitFor({ tokens }: Bucket, { perMinute }: Pace): number {
  return tokens >= 1 ? 0 : Math.ceil(((1 - tokens) * 60_000) / perMinute)
}
