import type { Signature } from '@redalert/core'
import type { ToldFamily } from './told.ts'
import { mailText } from '../safe/mail-text.ts'

const longestName = 80

/** A family as a sentence names it. */
export function toldFamily(family: Signature): ToldFamily {
  const name = Array.from(family.name).slice(0, longestName).join('')
  return { name: mailText(name), kind: family.class }
}
