import type { Skew } from './skew.ts'

/** What is known of a sensor's clock. */
export type Clock = { readonly submitter: string; readonly sensor: string; readonly skew: Skew }
