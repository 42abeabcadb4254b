/** How much a submission says about the addresses at which the owner's server listens. */
export const targets = ['show', 'network', 'hide'] as const
export type Target = (typeof targets)[number]
