import { instantOfSeconds, type Address, type Instant } from '@redalert/core'
import type { NetworkTable, Submitter } from '@redalert/collector/trust'
import { addressOf, publicAddress } from '../random/public-address.ts'
import type { Random } from '../random/random.ts'
import { shareOut } from '../random/share-out.ts'

/** Those who tell, how much each of them sees, and in whose networks they are. */
export type Fleet = {
  readonly submitters: readonly Submitter[]
  /** How many addresses each one's sensors listen on. */
  readonly views: Float64Array
  /** The names of those who lie; they are the first of all. */
  readonly liars: ReadonlySet<string>
  readonly table: NetworkTable
  readonly freeMailDomains: ReadonlySet<string>
}

export type FleetPlan = {
  readonly submitters: number
  /** Addresses that a submitter listens on, in the mean. */
  readonly addressesEach: number
  /** How unequal these are: the sigma of a lognormal distribution, 0 for all alike. */
  readonly unequal: number
  /** The share that sends mail; the others have a key. */
  readonly byMail: number
  /** Of the mail: the share that has its address from a free-mail provider. */
  readonly freeMail: number
  /** Of the other mail: the share whose domain is served by one of the two large mail services. */
  readonly served: number
  /** How many networks (AS) those with keys, and other mail, are spread over; the n-th has 1/n of the first one's. */
  readonly networks: number
  readonly liars: number
  /** Whether each liar is a party of its own, which is the worst case, or is like everybody else. */
  readonly liarsApart: boolean
}

/** Of those with free mail, how many have theirs where. */
const freeMail: readonly (readonly [domain: string, share: number])[] = [
  ['gmail.com', 0.45],
  ['outlook.com', 0.2],
  ['yahoo.com', 0.1],
  ['gmx.de', 0.08],
  ['icloud.com', 0.06],
  ['mail.ru', 0.04],
  ['qq.com', 0.04],
  ['proton.me', 0.03],
]
const firstNetwork = 64_512
const mailServices = [firstNetwork - 1, firstNetwork - 2]

/** Draws a fleet of submitters who were all met at one moment. */
export function fleet(plan: FleetPlan, start: number, random: Random): Fleet {
  const known = new Map<Address, number>()
  const since = instantOfSeconds(start) as Instant
  const networkOf = shareOut(
    Array.from({ length: plan.networks }, (_, index) => 1 / (index + 1)),
    random,
  )
  const providerOf = shareOut(
    freeMail.map(([, share]) => share),
    random,
  )
  const place = (network: number): readonly Address[] => {
    const address = addressOf(publicAddress(random))
    known.set(address, network)
    return [address]
  }
  const submitters = Array.from({ length: plan.submitters }, (_, index): Submitter => {
    const common = { since, batch: null, vetted: false, revoked: false, listens: [] }
    const isLiar = index < plan.liars
    if (isLiar && plan.liarsApart) {
      const network = firstNetwork + plan.networks + index
      return { ...common, name: `liar-${index}`, kind: 'key', sentFrom: place(network) }
    }
    const named = `${isLiar ? 'liar' : 'submitter'}-${index}`
    if (random.fraction() >= plan.byMail) {
      const network = firstNetwork + networkOf()
      return { ...common, name: named, kind: 'key', sentFrom: place(network) }
    }
    if (random.fraction() < plan.freeMail) {
      const [domain] = freeMail[providerOf()] ?? ['gmail.com']
      const name = `mailto:${named}@${domain}`
      return { ...common, name, kind: 'mail', sentFrom: place(mailServices[0] ?? 0) }
    }
    const isServed = random.fraction() < plan.served
    const network = isServed
      ? (mailServices[random.below(mailServices.length)] ?? 0)
      : firstNetwork + networkOf()
    const name = `mailto:logs@${named}.example`
    return { ...common, name, kind: 'mail', sentFrom: place(network) }
  })
  return {
    submitters,
    views: views(plan, random),
    liars: new Set(submitters.slice(0, plan.liars).map(({ name }) => name)),
    freeMailDomains: new Set(freeMail.map(([domain]) => domain)),
    table: address => {
      const as = known.get(address)
      return as === undefined ? undefined : { as }
    },
  }
}

function views({ submitters, addressesEach, unequal }: FleetPlan, random: Random): Float64Array {
  return Float64Array.from({ length: submitters }, () =>
    unequal === 0
      ? addressesEach
      : addressesEach * Math.exp(unequal * random.normal() - unequal ** 2 / 2),
  )
}
