import { cpus, loadavg, release } from 'node:os'
import { type Address, type Instant, instantOfSeconds, type Source } from '@redalert/core'
import type { BookEvent } from '../packages/collector/src/cases/book/book-event.ts'
import { memoryCaseBook } from '../packages/collector/src/cases/book/memory-case-book.ts'
import { ration } from '../packages/collector/src/outbox/planning/ration.ts'
import { sentEvents } from '../packages/collector/src/outbox/planning/sent-events.ts'
import { standardLimits } from '../packages/collector/src/outbox/planning/standard-limits.ts'
import { plan, type PlanParts } from '../packages/collector/src/policy/plan.ts'
import type { Route } from '../packages/collector/src/policy/route.ts'
import { standardPolicy } from '../packages/collector/src/policy/standard-policy.ts'

// Plans the letters about an outbreak of Code Red's size: 359,000 hosts in 70,000 networks of 18,600 contacts, four fifths
// of the hosts with 610 of them. First when nobody was told, then when all were and half the hosts go on.

const [hostCount, networkCount, contactCount, largeCount] = [359_000, 70_000, 18_600, 610]
const smallCount = contactCount - largeCount
const start = 1_760_000_000
const at = (hours: number) => instantOfSeconds(start + hours * 3600) as Instant
const countries = ['US', 'KR', 'CN', 'TW', 'CA', 'GB', 'DE', 'AU', 'JP', 'NL']
const [cpu] = cpus()
console.log(
  `${cpu?.model ?? 'unknown processor'}, ${cpus().length} cores, ${process.platform} ${release()}, Node ${process.version}, load ${loadavg()[0]?.toFixed(1)}`,
)

const routes = Array.from({ length: networkCount }, (_, network): Route => {
  const contact = network < smallCount ? largeCount + network : network % largeCount
  const country = countries[contact % countries.length] ?? 'US'
  const party = {
    mailbox: `abuse@desk${contact}.example.org`,
    organisation: `ORG-${contact}`,
    country,
  }
  const above = {
    ...party,
    mailbox: `abuse@carrier${contact % 900}.example.net`,
    organisation: null,
  }
  const team = {
    ...party,
    mailbox: `cert@${country.toLowerCase()}.example.com`,
    organisation: null,
  }
  return { country, asn: 64_500 + (contact % 1000), owner: [party], above, team }
})
const networkOf = new Map<Source, number>()
const book = memoryCaseBook()
const seenAt = (host: number, hours: number): BookEvent => {
  const source = `${10 + (host >> 16)}.${(host >> 8) & 255}.${host & 255}.7` as Address
  networkOf.set(source, networkFor(host))
  const sight = { first: at(0), last: at(hours), grade: 'infected', may: 'assert' } as const
  return {
    of: 'host',
    event: { source, family: 'codered-n', at: at(hours), kind: 'seen', ...sight },
  }
}
timed('359,000 hosts written down', () =>
  book.append(Array.from({ length: hostCount }, (_, host) => seenAt(host, 1))),
)
const parts: PlanParts = {
  now: at(12),
  policy: { ...standardPolicy(), open_from: 0, open_until: 24, foreign: 'tell' },
  routeOf: source => routes[networkOf.get(source) ?? 0],
  never: () => undefined,
  underway: new Set(),
}

const first = round('nobody was told yet', 12)
timed('all that is told written down', () => {
  first.forEach((mail, number) => {
    const letting = {
      at: at(12),
      messageId: `<${number}@example.org>`,
      subject: 'a subject',
      caseName: 'RA-2026-000001',
    }
    book.append(sentEvents(mail, letting))
  })
})
const days = 6 * 24
timed('half the hosts seen again', () =>
  book.append(Array.from({ length: hostCount / 2 }, (_, host) => seenAt(2 * host, days))),
)
round('half the hosts go on', days + 1)

function round(label: string, hours: number) {
  const now = at(hours)
  const { mails } = timed(`planned, ${label}`, () => plan(book, { ...parts, now }))
  const limits = { ...standardLimits(), mode: 'live', first_approved: 0 } as const
  const rest = {
    history: [],
    days: [],
    isStopped: false,
    threadOf: () => undefined,
    random: Math.random,
  }
  const { go, wait } = timed('rationed', () => ration(mails, { now, limits, ...rest }))
  const hosts = mails.reduce((sum, mail) => sum + mail.hosts.length, 0)
  console.log(
    `  ${mails.length} letters of ${hosts} hosts; ${go.length} leave now, ${wait.length} wait`,
  )
  return mails
}

/** Of five hosts one is in the network of a small contact. */
function networkFor(host: number): number {
  if (host % 5 === 4) return Math.floor(host / 5) % smallCount
  return smallCount + (host % (networkCount - smallCount))
}

function timed<Result>(label: string, run: () => Result): Result {
  const before = performance.now()
  const { user, system } = process.threadCpuUsage()
  const result = run()
  const used = process.threadCpuUsage()
  const computed = (used.user + used.system - user - system) / 1e6
  console.log(
    `${label}: ${((performance.now() - before) / 1000).toFixed(2)} s on the wall, ${computed.toFixed(2)} s computed`,
  )
  return result
}
