/**
 * What may be done about a host, mildest first. `ask`: put the evidence before its owner as a question. `assert`: state
 * it, or remind. `escalate`: tell somebody else than the owner, list it, or feed it to others.
 */
export const consequences = ['ask', 'assert', 'escalate'] as const
export type Consequence = (typeof consequences)[number]
