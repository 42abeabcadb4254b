import type { Address, Grade, Instant, Source } from '@redalert/core'
import fc from 'fast-check'
import type { Grounds } from './believe.ts'
import type { Report, ToldHost } from './report.ts'
import type { Submitter, SubmitterKind } from './submitter.ts'

/** The moment at which the worlds of these tests are decided about. */
export const now = '2001-07-21T00:00:00Z' as Instant

/** A submitter whom the operator knows since long, from a network of their own. */
export function submitter(name: string, given: Partial<Submitter> = {}): Submitter {
  return {
    name,
    kind: 'key',
    since: '2001-07-19T00:00:00Z' as Instant,
    batch: null,
    vetted: false,
    revoked: false,
    sentFrom: [],
    listens: [],
    ...given,
  }
}

/** An address of the n-th network: `n` is its AS in {@link table}. */
export function addressIn(network: number, host = 1): Address {
  return `198.${Math.floor(network / 256)}.${network % 256}.${host}` as Address
}

/** A table in which every /24 is an AS. */
export const table: Grounds['table'] = address => {
  const [, high, low] = address.split('.').map(Number)
  return { as: (high ?? 0) * 256 + (low ?? 0) }
}

/** What some submitters told of one host, all with the whole worm in hand unless said otherwise. */
export function host(
  source: string,
  submitters: readonly string[],
  { grade = 'infected', first = '2001-07-19T12:00:00Z' }: { grade?: Grade; first?: string } = {},
): ToldHost {
  const reports = submitters.map((name): Report => ({
    submitter: name,
    grade,
    first: first as Instant,
    last: first as Instant,
  }))
  return { source: source as Source, family: 'codered-n', reports }
}

/** Hosts that so many told of, drawn among some names. */
export function drawnHosts(
  among: readonly string[],
  hosts: number,
  each: number,
): readonly ToldHost[] {
  let state = 1
  const draw = () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return among[Math.floor((state / 2 ** 32) * among.length)]!
  }
  return Array.from({ length: hosts }, (_, index) => {
    const told = new Set<string>()
    while (told.size < each) told.add(draw())
    return host(`203.0.${index >> 8}.${index & 255}`, [...told])
  })
}

const names = ['a', 'b', 'c', 'd', 'mailto:e@gmail.com', 'mailto:f@gmail.com', 'g', 'anonymous']

/** Submitters of all kinds in a few networks, so that they meet in parties. */
export const anySubmitters: fc.Arbitrary<readonly Submitter[]> = fc.tuple(
  ...names.map(name =>
    fc
      .record(
        {
          own: fc.nat(9),
          network: fc.nat(3),
          other: fc.nat(5),
          batch: fc.constantFrom(null, null, 'class of July'),
          vetted: fc.nat(4),
        },
        { noNullPrototype: true },
      )
      .map(({ own, network, other, batch, vetted }) =>
        submitter(name, {
          kind: kindOf(name, own === 0),
          batch,
          vetted: vetted === 0,
          sentFrom: [addressIn(network)],
          listens: other === 0 ? [addressIn(network + 1)] : [],
        }),
      ),
  ),
)

function kindOf(name: string, isOwn: boolean): SubmitterKind {
  if (name === 'anonymous') return 'anonymous'
  if (name.startsWith('mailto:')) return 'mail'
  return isOwn ? 'own' : 'key'
}

const anyReports: fc.Arbitrary<readonly Report[]> = fc
  .tuple(
    fc.subarray(names, { minLength: 1 }),
    fc.array(fc.tuple(fc.constantFrom<Grade>('infected', 'likely', 'probe'), fc.nat(47)), {
      minLength: names.length,
      maxLength: names.length,
    }),
  )
  .map(([some, facts]) =>
    some.map((name, index): Report => {
      const [grade, hour] = facts[index]!
      const day = 19 + Math.floor(hour / 24)
      const at = `2001-07-${day}T${String(hour % 24).padStart(2, '0')}:00:00Z` as Instant
      return { submitter: name, grade, first: at, last: at }
    }),
  )

/** What these submitters told of some hosts. */
export const anyTold: fc.Arbitrary<readonly ToldHost[]> = fc
  .array(anyReports, { minLength: 1, maxLength: 12 })
  .map(all =>
    all.map((reports, index) => ({
      source: `203.0.113.${index}` as Source,
      family: 'codered-n',
      reports,
    })),
  )
