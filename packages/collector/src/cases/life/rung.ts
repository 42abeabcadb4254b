/** Who is told, one after the other: the owner, the holder above or the network that announces it, the team of the country. */
export const rungs = ['owner', 'above', 'country'] as const
export type Rung = (typeof rungs)[number]
