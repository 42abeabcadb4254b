import { deepEqual, equal, ok } from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { Clue } from '../model/clue.ts'
import { neverList } from '../never/never-list.ts'
import { choose } from './choose.ts'
import { enough } from './score.ts'

const never = neverList({ ownDomains: ['own.example.org'] })
const clue = (mailbox: string, more: Partial<Clue> = {}): Clue => ({
  mailbox,
  source: 'rdap',
  roles: [],
  path: 'network > somebody',
  ...more,
})
const chosen = (...clues: Clue[]) => choose(clues, never.mailbox).contact?.mailbox

const table: readonly (readonly [
  sentence: string,
  clues: readonly Clue[],
  contact: string | undefined,
])[] = [
  [
    'who is there for abuse alone',
    [
      clue('a@example.org', { roles: ['technical', 'abuse'] }),
      clue('b@example.org', { roles: ['abuse'] }),
    ],
    'b@example.org',
  ],
  [
    'a group before a person',
    [
      clue('a@example.org', { roles: ['abuse'], nature: 'individual' }),
      clue('b@example.org', { roles: ['abuse'], nature: 'group' }),
    ],
    'b@example.org',
  ],
  [
    'a person who is there for abuse, where there is nobody else',
    [clue('a@example.org', { roles: ['administrative', 'abuse'], nature: 'individual' })],
    'a@example.org',
  ],
  [
    'nobody, where only engineers are named',
    [clue('noc@example.org', { roles: ['technical'], nature: 'group', validated: true })],
    undefined,
  ],
  [
    'nobody, where a remark alone names one',
    [clue('abuse@example.org', { remarked: true })],
    undefined,
  ],
  [
    'a group that asks for reports in its own words',
    [clue('ip@example.org', { nature: 'group', remarked: true })],
    'ip@example.org',
  ],
  [
    'no registry, whatever its role',
    [clue('abuse@lacnic.net', { roles: ['abuse'], abuseBox: true })],
    undefined,
  ],
  [
    'no mailbox in a domain below a registry',
    [clue('abuse@mail.ripe.net', { roles: ['abuse'] })],
    undefined,
  ],
  ['no mailbox of our own', [clue('abuse@own.example.org', { roles: ['abuse'] })], undefined],
  ['nobody who stands for nobody', [clue('unread@example.org', { roles: ['abuse'] })], undefined],
  [
    'the one that works, where another does not',
    [
      clue('a@example.org', { roles: ['abuse'], failed: true }),
      clue('b@example.org', { roles: ['abuse'] }),
    ],
    'b@example.org',
  ],
  [
    'the one nearer to the address',
    [
      clue('a@example.org', { roles: ['abuse'], climbed: 2 }),
      clue('b@example.org', { roles: ['abuse'], climbed: 1 }),
    ],
    'b@example.org',
  ],
  [
    'the first of equals',
    [clue('a@example.org', { roles: ['abuse'] }), clue('b@example.org', { roles: ['abuse'] })],
    'a@example.org',
  ],
  [
    'what the operator says, before all',
    [
      clue('a@example.org', { roles: ['abuse'], abuseBox: true }),
      clue('b@example.org', { source: 'override' }),
    ],
    'b@example.org',
  ],
  [
    'what the operator says, and be it a registry',
    [clue('abuse@apnic.net', { source: 'override' })],
    'abuse@apnic.net',
  ],
  [
    'a mailbox in any spelling of its domain',
    [clue('Abuse@EXAMPLE.Org', { roles: ['abuse'] })],
    'Abuse@example.org',
  ],
  ['no text that is no mailbox', [clue('send abuse to us', { roles: ['abuse'] })], undefined],
]
for (const [sentence, clues, contact] of table)
  test(`chooses ${sentence}`, () => equal(chosen(...clues), contact))

test('all who are named stay, the best first, with what speaks for them in words', () => {
  const { candidates } = choose(
    [
      clue('hostmaster@example.org', { roles: ['technical'] }),
      clue('abuse@example.org', { roles: ['abuse'], nature: 'group', abuseBox: true }),
      clue('ABUSE@example.org', { roles: ['technical'] }),
    ],
    never.mailbox,
  )
  deepEqual(
    candidates.map(({ mailbox, score, reason }) => [mailbox, score, reason]),
    [
      [
        'abuse@example.org',
        145,
        'its only role is abuse (+100), a group, not a person (+20), the mailbox is meant for abuse (+15), its name is that of such a desk (+10)',
      ],
      ['hostmaster@example.org', 0, 'nothing speaks for it'],
    ],
  )
})

test('whatever registries say, the contact is the best candidate, reaches the mark, and is no registry', () => {
  const role = fc.constantFrom('abuse', 'technical', 'administrative', 'noc', 'registrant')
  const flag = fc.constantFrom(
    {},
    { failed: true as const },
    { validated: true as const },
    { abuseBox: true as const },
    { remarked: true as const },
    { nature: 'group' as const },
    { nature: 'individual' as const },
  )
  const domain = fc.constantFrom('example.org', 'example.net', 'ripe.net', 'nic.ad.jp')
  const anyClue = fc
    .record({
      local: fc.constantFrom('abuse', 'noc', 'nobody', 'x'),
      domain,
      roles: fc.array(role, { maxLength: 3 }),
      one: flag,
      other: flag,
    })
    .map(({ local, domain: at, roles, one, other }) =>
      clue(`${local}@${at}`, { roles, ...one, ...other }),
    )
  fc.assert(
    fc.property(fc.array(anyClue), clues => {
      const { contact, candidates } = choose(clues, never.mailbox)
      const scores = candidates.map(({ score }) => score)
      deepEqual(
        scores,
        scores.toSorted((one, other) => other - one),
      )
      equal(contact, (scores[0] ?? 0) >= enough ? candidates[0] : undefined)
      if (contact) ok(/@example\.(org|net)$/.test(contact.mailbox))
    }),
  )
})
