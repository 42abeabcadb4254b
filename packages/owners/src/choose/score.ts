import type { Clue } from '../model/clue.ts'
import { type Mailbox } from '../model/mailbox.ts'

/** One thing that speaks for a mailbox, or against it. */
export type Weight = { readonly points: number; readonly reason: string }

/** Below this a mailbox may be shown to a person, and is never told by itself. */
export const enough = 50

/** Whoever is named by the operator himself stands above every registry. */
const certain = 1000

const deskNames = ['abuse', 'cert', 'csirt', 'security', 'noc']

/** What speaks for a mailbox and against it, all of it pure: the clue, and the one list of who is never written to. */
export function weigh(clue: Clue, mailbox: Mailbox, never?: string): readonly Weight[] {
  const { source, roles, climbed = 0 } = clue
  if (source === 'override') return [{ points: certain, reason: 'the operator says so' }]
  if (source === 'cert') return [{ points: enough, reason: 'the team of the country' }]
  const weights: (Weight | false | undefined)[] = [
    never !== undefined && { points: -certain, reason: never },
    roleWeight(roles),
    clue.nature === 'group' && { points: 20, reason: 'a group, not a person' },
    clue.nature === 'individual' && { points: -20, reason: 'a person, not a group' },
    clue.abuseBox && { points: 15, reason: 'the mailbox is meant for abuse' },
    clue.remarked && { points: 30, reason: 'a remark asks for reports there' },
    isDesk(mailbox) && { points: 10, reason: 'its name is that of such a desk' },
    clue.validated && { points: 10, reason: 'the registry tried it' },
    clue.failed && { points: -40, reason: 'the registry could not reach it' },
    clue.ofNetwork && { points: 5, reason: 'it belongs to this very network' },
    climbed > 0 && { points: -climbed, reason: `${climbed} networks up` },
  ]
  return weights.filter(weight => typeof weight === 'object')
}

function roleWeight(roles: readonly string[]): Weight | undefined {
  if (!roles.includes('abuse')) return undefined
  return roles.every(role => role === 'abuse')
    ? { points: 100, reason: 'its only role is abuse' }
    : { points: 80, reason: 'one of its roles is abuse' }
}

function isDesk(mailbox: Mailbox): boolean {
  return deskNames.includes(mailbox.slice(0, mailbox.indexOf('@')).toLowerCase())
}
