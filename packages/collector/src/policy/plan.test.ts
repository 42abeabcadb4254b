import { deepEqual, equal } from 'node:assert/strict'
import { test } from 'node:test'
import { at } from '../cases/book/any-event.ts'
import type { BookEvent } from '../cases/book/book-event.ts'
import {
  bookWith,
  day,
  family,
  host,
  letters,
  ofCase,
  parts,
  party,
  planAt,
  route,
  seen,
  told,
} from './any-policy.ts'
import { plan, type PlanParts } from './plan.ts'

const owner = 'abuse@owner.example.org'
const { policy } = parts
type Events = readonly (BookEvent | readonly BookEvent[])[]

/** The owner was told, goes on, is reminded, and goes on still. */
const reminded = [seen(1), told(3), seen(4 * day), told(6 * day), seen(10 * day)]
const above = [...reminded, told(14 * day, 'above', 'abuse@above.example.net'), seen(18 * day)]

const table: readonly (readonly [
  sentence: string,
  hours: number,
  events: Events,
  letters: readonly string[],
  more?: Partial<PlanParts>,
])[] = [
  ['a letter waits an hour for more hosts', 1.5, [seen(1)], []],
  ['then the owner gets one', 2, [seen(1)], [`${owner} first`]],
  ['whom nobody believes, nobody is told of', 2, [seen(1, { may: null })], []],
  [
    'nobody is told while nobody knows who the owner is',
    2,
    [seen(1)],
    [],
    { routeOf: () => undefined },
  ],
  ['nobody is told what is stale', 40 * day, [seen(1)], []],
  ['a telling is not repeated', 4 * day, [seen(1), told(3), seen(2 * day)], []],
  ['nor without new evidence', 9 * day, [seen(1), told(3)], []],
  ['not before five days', 4.9 * day, [seen(1), told(3), seen(4 * day)], []],
  ['then a reminder', 5.2 * day, [seen(1), told(3), seen(4 * day)], [`${owner} reminder`]],
  [
    'no reminder of what may only be asked',
    6 * day,
    [seen(1, { may: 'ask' }), told(3), seen(4 * day, { may: 'ask' })],
    [],
  ],
  ['no second reminder, and the next not too soon', 12 * day, reminded, []],
  [
    'then another party, which a person sees first',
    13.1 * day,
    reminded,
    ['abuse@above.example.net escalation above'],
  ],
  [
    'or none sees first, where the operator says so',
    13.1 * day,
    reminded,
    ['abuse@above.example.net escalation'],
    { policy: { ...policy, approve_above: false } },
  ],
  [
    'nobody else is told what two parties alone vouch for',
    14 * day,
    [
      seen(1, { may: 'assert' }),
      told(3),
      seen(4 * day, { may: 'assert' }),
      told(6 * day),
      seen(10 * day, { may: 'assert' }),
    ],
    [],
  ],
  [
    'where nobody is above, the team of the country',
    13.1 * day,
    reminded,
    ['cert@team.example.com country country'],
    { routeOf: () => ({ ...route, above: null }) },
  ],
  [
    'the team of the country ten days later',
    24.1 * day,
    above,
    ['cert@team.example.com country country'],
  ],
  [
    'and then nobody',
    60 * day,
    [...above, told(25 * day, 'country', 'cert@team.example.com'), seen(50 * day)],
    [],
  ],
  [
    'new hosts join the thread, not before three days are over',
    2 * day,
    [seen(1), told(3), seen(day, { number: 2 })],
    [],
  ],
  [
    'then in one more letter',
    3.2 * day,
    [seen(1), told(3), seen(day, { number: 2 })],
    [`${owner} more`],
  ],
  [
    'a mailbox that is not there gives way to the next at once',
    5,
    [seen(1), told(3), ofCase(4, { kind: 'bounced', how: 'hard' })],
    ['noc@owner.example.org first'],
  ],
  [
    'and when none is there, to the holder above',
    5,
    [seen(1), told(3), ofCase(4, { kind: 'bounced', how: 'hard' })],
    ['abuse@above.example.net escalation above'],
    { routeOf: () => ({ ...route, owner: route.owner.slice(0, 1) }) },
  ],
  [
    'who opted out is not told',
    90 * day,
    [
      seen(89 * day),
      ofCase(1, { kind: 'opened', name: 'RA-2026-000001' }),
      ofCase(2, { kind: 'opted-out' }),
    ],
    [],
  ],
  [
    'nor is anybody else in their stead',
    14 * day,
    [...reminded, ofCase(12 * day, { kind: 'opted-out' }, 'abuse@above.example.net')],
    ['abuse@above.example.net escalation above'],
  ],
  [
    'a registry is never told, and the next mailbox is',
    2,
    [seen(1)],
    ['noc@owner.example.org first'],
    { never: mailbox => (mailbox === owner ? 'a registry' : undefined) },
  ],
  ['no letter while another is on its way', 2, [seen(1)], [], { underway: new Set([owner]) }],
  [
    'a claim is believed',
    20 * day,
    [seen(1), told(3), host(5, { kind: 'claimed', what: 'cleaned' }), seen(9)],
    [],
  ],
  [
    'until new lines belie it: then the owner is told, once',
    4 * day,
    [seen(1), told(3), host(5, { kind: 'claimed', what: 'cleaned' }), seen(90)],
    [`${owner} reminder`],
  ],
  [
    'and not twice',
    9 * day,
    [
      seen(1),
      told(3),
      host(5, { kind: 'claimed', what: 'cleaned' }),
      seen(90),
      told(96),
      seen(100),
    ],
    [],
  ],
  [
    'they asked for time',
    6 * day,
    [seen(1), told(3), ofCase(5, { kind: 'paused', until: at(14 * day) }), seen(4 * day)],
    [],
  ],
  ['a place that is never told', 2, [seen(1)], [], { policy: { ...policy, never: ['AS64500'] } }],
  [
    'a place about which a person decides',
    2,
    [seen(1)],
    [`${owner} first place`],
    { policy: { ...policy, hold: ['NL'] } },
  ],
  [
    'a place whose team is told',
    2,
    [seen(1)],
    ['cert@team.example.com country country'],
    { policy: { ...policy, via_cert: ['192.0.2.0/24'] } },
  ],
  [
    'others than ours: their team',
    2,
    [seen(1)],
    ['cert@team.example.com country country'],
    { policy: { ...policy, constituency: ['DE'] } },
  ],
  [
    'a hostile hoster: the holder above',
    2,
    [seen(1)],
    ['abuse@above.example.net escalation above'],
    { policy: { ...policy, hostile: ['AS64500'] } },
  ],
]
for (const [sentence, hours, events, expected, more] of table)
  test(sentence, () => deepEqual(letters(planAt(hours, events, more)), expected))

test('an owner who opted out is not told through others, but where the operator says so', () => {
  const events = [...reminded, ofCase(12 * day, { kind: 'opted-out' })]
  const silent = [
    seen(1),
    ofCase(0, { kind: 'opened', name: 'RA-2026-000001' }),
    ofCase(1, { kind: 'opted-out' }),
  ]
  deepEqual(letters(planAt(2, silent)), [])
  deepEqual(letters(planAt(2, silent, { policy: { ...policy, escalate_opted_out: true } })), [
    'abuse@above.example.net escalation above',
  ])
  equal(bookWith(events).case(owner)?.state, 'opted-out')
})

test('one contact gets one letter, whatever its hosts and families', () => {
  const events = [1, 2, 3, 4].map(number => seen(1, { number }))
  const nimda = events.map(
    written => ({ ...written, event: { ...written.event, family: 'nimda' } }) as BookEvent,
  )
  const { mails } = planAt(9, [...events, ...nimda])
  equal(mails.length, 1)
  equal(mails[0]?.hosts.length, 8)
  deepEqual([...new Set(mails[0]?.hosts.map(each => each.family))], [family, 'nimda'])
})

test('hosts that keep joining hold a first letter up for a day and no longer', () => {
  const joining = Array.from({ length: 30 }, (_, hour) => seen(1 + hour, { number: 1 + hour }))
  deepEqual(letters(planAt(20.5, joining.slice(0, 20))), [])
  deepEqual(letters(planAt(25, joining.slice(0, 25))), [`${owner} first`])
})

test('letters that a person must see hold no others up', () => {
  const routeOf: PlanParts['routeOf'] = source =>
    source === '192.0.2.1' ? { ...route, hold: 'a shared proxy' } : route
  const both = planAt(9, [seen(1), seen(2, { number: 2 })], { routeOf })
  deepEqual(letters(both), [`${owner} first`])
  deepEqual(
    both.mails[0]?.hosts.map(({ source }) => source),
    ['192.0.2.2'],
  )
})

test('a contact who asked for fewer letters gets fewer', () => {
  const patient = { ...route, owner: [party(owner, { intervalHours: 240 })] }
  const events = [seen(1), told(3), seen(4 * day)]
  deepEqual(letters(planAt(6 * day, events, { routeOf: () => patient })), [])
  deepEqual(letters(planAt(11 * day, events, { routeOf: () => patient })), [`${owner} reminder`])
})

test('time expires what nobody was told of, ends peace, and closes and reopens cases', () => {
  const kinds = (hours: number, events: Events) =>
    planAt(hours, events).events.map(({ event }) => event.kind)
  deepEqual(kinds(31 * day, [seen(1)]), ['expired'])
  deepEqual(kinds(31 * day, [seen(1), told(3)]), [])
  deepEqual(kinds(9 * day, [seen(1), told(3), host(8 * day, { kind: 'presumed-fixed' })]), [
    'closed',
  ])
  deepEqual(
    kinds(15 * day, [seen(1), told(3), ofCase(5, { kind: 'paused', until: at(14 * day) })]),
    ['resumed'],
  )
  deepEqual(
    kinds(12 * day, [
      seen(1),
      told(3),
      host(8 * day, { kind: 'presumed-fixed' }),
      ofCase(9 * day, { kind: 'closed' }),
      seen(11 * day),
    ]),
    ['reopened'],
  )
})

test('a plan changes nothing: planned twice it is the same', () => {
  const book = bookWith([seen(1), seen(2, { number: 2 })])
  const now = { ...parts, now: at(14 * day) }
  deepEqual(plan(book, now), plan(book, now))
})
