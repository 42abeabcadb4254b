import { deepEqual, equal, ok } from 'node:assert/strict'
import { test } from 'node:test'
import type { Address } from '@redalert/core'
import fc from 'fast-check'
import { choose } from '../choose/choose.ts'
import { neverList } from '../never/never-list.ts'
import { readAnswer } from './read-answer.ts'

const asked = '192.0.2.77' as Address
const mail = (mailbox: string, parameters: object = {}) => ['email', parameters, 'text', mailbox]
const entity = (roles: unknown, mails: unknown[], more: object = {}) => ({
  objectClassName: 'entity',
  roles,
  vcardArray: ['vcard', [['version', {}, 'text', '4.0'], ...mails]],
  ...more,
})
const network = (more: object = {}) => ({
  objectClassName: 'ip network',
  startAddress: '192.0.2.0',
  endAddress: '192.0.3.255',
  handle: 'NET-1',
  ...more,
})
const read = (value: unknown, address = asked) =>
  readAnswer(value, { asked: address, registry: 'ripe' })

function holdingOf(value: unknown, address = asked) {
  const found = read(value, address)
  ok(found.kind === 'holding', `it was ${found.kind}`)
  return found.holding
}
const contactOf = (value: unknown) =>
  choose(holdingOf(value).clues, neverList().mailbox).contact?.mailbox

const quirks: readonly (readonly [
  sentence: string,
  start: string,
  end: string,
  range: string | undefined,
])[] = [
  [
    'octets padded with zeros are decimal',
    '192.000.002.000',
    '192.000.002.255',
    '192.0.2.0-192.0.2.255',
  ],
  [
    'octets that begin with a zero for another reason are not read',
    '0300.0.2.0',
    '192.0.2.255',
    undefined,
  ],
  ['some octets padded and others not are not read', '192.0.002.0', '192.0.2.255', undefined],
  [
    'a length behind an address is dropped',
    '192.0.2.0/32',
    '192.0.2.255/32',
    '192.0.2.0-192.0.2.255',
  ],
  ['a range that is no network is a range', '192.0.2.70', '192.0.2.99', '192.0.2.70-192.0.2.99'],
  ['a range of other addresses is not believed', '198.51.100.0', '198.51.100.255', undefined],
  ['a range that runs backwards is not believed', '192.0.2.255', '192.0.2.0', undefined],
]
for (const [sentence, startAddress, endAddress, range] of quirks) {
  test(sentence, () => {
    const found = read(network({ startAddress, endAddress }))
    const { start, end } = found.kind === 'holding' ? found.holding.range : {}
    equal(start && `${start}-${end}`, range)
  })
}

test('octets padded with zeros never lead to the network that they are in octal', () => {
  equal(
    read(
      network({ startAddress: '074.125.000.000', endAddress: '074.125.255.255' }),
      '60.125.0.1' as Address,
    ).kind,
    'nothing',
  )
  equal(
    holdingOf(
      network({ startAddress: '074.125.000.000', endAddress: '074.125.255.255' }),
      '74.125.1.1' as Address,
    ).range.start,
    '74.125.0.0',
  )
})

test('an IPv6 network whose end is its start is known for the asked address alone', () => {
  const value = network({
    startAddress: '2001:db8:c000:0:0:0:0:0',
    endAddress: '2001:db8:c000:0:0:0:0:0',
  })
  deepEqual(holdingOf(value, '2001:db8:c000::7' as Address).range, {
    start: '2001:db8:c000::7',
    end: '2001:db8:c000::7',
  })
  equal(read(value, '2001:db9::7' as Address).kind, 'nothing')
})

test('the abuse desk is found inside the registrant, whoever stands outside', () => {
  const desk = entity(['abuse'], [mail('abuse@example.org')], { handle: 'AB1' })
  const value = network({
    entities: [
      entity(['technical'], [mail('noc@example.org')]),
      entity(['registrant'], [mail('info@example.org')], { handle: 'ORG1', entities: [desk] }),
    ],
  })
  equal(contactOf(value), 'abuse@example.org')
  equal(
    holdingOf(value).clues.find(({ mailbox }) => mailbox === 'abuse@example.org')?.path,
    'network NET-1 at ripe > ORG1 > AB1',
  )
})

test('the mailbox for abuse goes before the others of the same entity, however its kind is written', () => {
  for (const type of ['abuse', ['work', 'abuse'], ['ABUSE']])
    equal(
      contactOf(
        network({
          entities: [entity(['abuse'], [mail('a@example.org'), mail('b@example.org', { type })])],
        }),
      ),
      'b@example.org',
    )
})

test('a mailbox of which the registry says that it failed comes last', () => {
  const remark =
    "Abuse contact for '192.0.2.0 - 192.0.3.255' is 'a@example.org'\nAbuse-mailbox validation failed. Please refer to ORG-1 for further information."
  const value = network({
    remarks: [{ description: [remark] }],
    entities: [
      entity(['abuse'], [mail('a@example.org')]),
      entity(['abuse'], [mail('b@example.org')]),
    ],
  })
  equal(contactOf(value), 'b@example.org')
})

test('a contact that ARIN could not reach comes last', () => {
  const remarks = [
    {
      title: 'Unvalidated POC',
      description: [
        'ARIN has attempted to validate the data for this POC, but has received no response from the POC since 2019-11-01',
      ],
    },
  ]
  const value = network({
    entities: [
      entity(['abuse'], [mail('a@example.org')], { remarks }),
      entity(['abuse'], [mail('b@example.org')]),
    ],
  })
  equal(contactOf(value), 'b@example.org')
})

test('JSContact is read where there is no card', () => {
  const jscard = {
    kind: 'group',
    name: { full: 'Desk' },
    emails: { e1: { address: 'abuse@example.org', contexts: { work: true } } },
  }
  equal(contactOf(network({ entities: [{ roles: ['abuse'], jscard }] })), 'abuse@example.org')
})

for (const placeholder of [
  { name: 'NON-RIPE-NCC-MANAGED-ADDRESS-BLOCK' },
  { name: 'IANA-BLK' },
  { status: ['administrative'] },
])
  test(`an object that only says "not ours" (${JSON.stringify(placeholder)}) names nobody`, () =>
    equal(
      read(network({ ...placeholder, entities: [entity(['abuse'], [mail('a@example.org')])] }))
        .kind,
      'nothing',
    ))

test('an end assignment and a range within one block speak for all their addresses, others do not', () => {
  equal(holdingOf(network({ type: 'ASSIGNED PA' })).whole, true)
  equal(holdingOf(network({ type: 'REASSIGNMENT' })).whole, true)
  equal(holdingOf(network({ type: 'REALLOCATION' })).whole, false)
  equal(holdingOf(network({ type: 'DIRECT ALLOCATION' })).whole, false)
  equal(holdingOf(network({ endAddress: '192.0.2.255' })).whole, true)
})

test('what else is said of the network is kept', () => {
  const { country, asns, name, status, parentHandle } = holdingOf(
    network({
      country: 'nl',
      name: 'EXAMPLE',
      type: 'LEGACY',
      parentHandle: 'NET-0',
      arin_originas0_originautnums: [64500, 'x', -1],
    }),
  )
  deepEqual(
    { country, asns, name, status, parentHandle },
    { country: 'NL', asns: [64500], name: 'EXAMPLE', status: 'LEGACY', parentHandle: 'NET-0' },
  )
  for (const nowhere of ['ZZ', 'EU', 'Netherlands', 7, null])
    equal(holdingOf(network({ country: nowhere })).country, undefined)
})

test('whatever a registry sends, nothing is thrown, and nobody is named but whom it holds', () => {
  const hostile = fc.letrec(tie => ({
    value: fc.oneof(
      { maxDepth: 6 },
      fc.constantFrom('abuse', 'vcard', 'email', 'a@example.org', '192.0.2.0', '192.0.2.255'),
      fc.jsonValue(),
      tie('object'),
      fc.array(tie('value'), { maxLength: 4 }),
    ),
    object: fc.dictionary(
      fc.constantFrom(
        'entities',
        'roles',
        'vcardArray',
        'jscard',
        'remarks',
        'startAddress',
        'endAddress',
        'handle',
        'status',
        'country',
        'type',
        'name',
        'emails',
        'description',
        '__proto__',
      ),
      tie('value'),
      { maxKeys: 6 },
    ),
  })).object
  fc.assert(
    fc.property(hostile, value => {
      const whole = { ...network(), ...(value as object) }
      for (const one of [value, whole]) {
        const found = read(one)
        if (found.kind !== 'holding') continue
        for (const { mailbox } of choose(found.holding.clues, neverList().mailbox).candidates)
          equal(mailbox, 'a@example.org')
      }
    }),
    { numRuns: 500 },
  )
})

test('entities that nest without end, or come by the thousand, are cut', () => {
  let deep: object = entity(['abuse'], [mail('deep@example.org')])
  for (let level = 0; level < 5000; level++) deep = { entities: [deep] }
  equal(holdingOf(network({ entities: [deep] })).clues.length, 0)
  const many = Array.from({ length: 5000 }, (_, at) =>
    entity(['abuse'], [mail(`a${at}@example.org`)]),
  )
  ok(holdingOf(network({ entities: many })).clues.length <= 201)
})
