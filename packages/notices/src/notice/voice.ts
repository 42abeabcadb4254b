import type { Grade } from '@redalert/core'

/** How a notice speaks of a machine: `states` that it is infected, or `asks` its owner to look. */
export type Voice = 'states' | 'asks'

/** What the one who writes may say at most: what he saw himself, or what enough independent others saw, he may assert. */
export type MaySay = 'assert' | 'ask' | 'nothing'

/** The voice for a grade; undefined when the owner is not to be written to. A probe proves nothing about its sender. */
export function voiceOf(grade: Grade, may: MaySay): Voice | undefined {
  if (grade === 'probe' || may === 'nothing') return undefined
  return grade === 'infected' && may === 'assert' ? 'states' : 'asks'
}

/** Both, the surer one first. */
export const voices: readonly Voice[] = ['states', 'asks']
