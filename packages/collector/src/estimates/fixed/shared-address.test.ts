import { equal, ok } from 'node:assert/strict'
import { test } from 'node:test'
import { chanceOfSoFew, historiesUntil } from './any-declared.ts'
import { calendar, clockOf, outbreak, type TrueHost } from './any-outbreak.ts'
import { randomOf } from './any-random.ts'
import type { ContactHistory } from './contact-model.ts'
import { judgeSilence } from './judge-silence.ts'
import { learnContact } from './learn-contact.ts'

const [machines, addresses] = [4, 12]
const lesson = outbreak({ seed: 21, hosts: 3000, perDay: 6 })
const exam = outbreak({ seed: 22, hosts: 4000, perDay: 6 })
const model = learnContact(
  historiesUntil(lesson, lesson.from + 40, calendar),
  clockOf(lesson, calendar),
  lesson.from + 40,
)!
const clock = clockOf(exam, calendar)
const random = randomOf(23)

/** Machines that get another address of their pool every day. */
const pools = Array.from({ length: Math.floor(exam.hosts.length / machines) }, (_, index) => {
  const hosts = exam.hosts.slice(index * machines, (index + 1) * machines)
  return { hosts, contacts: hosts.flatMap(moving).toSorted((one, other) => one.day - other.day) }
})

function moving(host: TrueHost) {
  const leases = new Map<number, number>()
  return host.seen.map(day => {
    const lease = Math.floor(day)
    const address = leases.get(lease) ?? Math.floor(random.fraction() * addresses)
    leases.set(lease, address)
    return { day, address, host }
  })
}

type Contacts = (typeof pools)[number]['contacts']

function byAddress(contacts: Contacts): ReadonlyMap<number, ContactHistory> {
  const histories = new Map<number, ContactHistory>()
  for (const { day, address } of contacts) {
    const { first = day, contacts: before = 0 } = histories.get(address) ?? {}
    histories.set(address, { first, last: day, contacts: before + 1 })
  }
  return histories
}

test('addresses of pools would break the promise if they were judged one by one, and are never called fixed', t => {
  let [declared, right] = [0, 0]
  const now = exam.from + 17
  for (const { contacts } of pools) {
    const known = contacts.filter(({ day }) => day <= now)
    for (const [address, history] of byAddress(known)) {
      const as = (kind: 'static' | 'shared') =>
        judgeSilence(
          { history, address: kind, isMemoryOnly: false, claimed: undefined },
          { model, clock, now },
        ).verdict
      if (as('static') !== 'fixed') continue
      equal(as('shared'), 'quiet')
      declared++
      const last = known.findLast(each => each.address === address)
      if (last && last.host.cleaned <= now) right++
    }
  }
  t.diagnostic(
    `${declared} addresses, ${((100 * right) / declared).toFixed(2)} % of whose machines are clean`,
  )
  ok(declared > 100)
  ok(chanceOfSoFew({ declared, right, hosts: pools.length }) < 0.001)
})
