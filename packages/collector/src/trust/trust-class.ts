/** How far a submitter is believed. `doubted`: too many of their hosts are seen by nobody else. */
export const trustClasses = ['own', 'vetted', 'established', 'new', 'doubted', 'anonymous'] as const
export type TrustClass = (typeof trustClasses)[number]
