import { deepEqual, equal, match, ok } from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, test } from 'node:test'
import {
  type Coverage,
  type Hour,
  type Instant,
  instantOfSeconds,
  type Source,
} from '@redalert/core'
import { memoryCaseBook } from '../cases/book/memory-case-book.ts'
import type { HostLife } from '../cases/life/host-life.ts'
import { chanceOfSoFew } from '../estimates/fixed/any-declared.ts'
import { statusFor } from '../telling/status-for.ts'
import { outbreak } from '../estimates/fixed/any-outbreak.ts'
import { run } from '../cli/any-run.ts'
import { anyWorld, type Sight, type World } from '../cli/any-world.ts'
import type { LivedHost } from '../cli/lived-host.ts'

const folder = mkdtempSync(join(tmpdir(), 'redalert-silence-'))
after(() => rmSync(folder, { recursive: true }))

const [days, family] = [16, 'codered-x']
const spread = outbreak({ seed: 7, hosts: 330, perDay: 9 })
const owners = Array.from(
  { length: 16 },
  (_, index) => `198.51.100.${index * 16}/28 abuse@o${index}.example language=en
203.0.113.${index * 16}/28 abuse@p${index}.example language=en addresses=dynamic`,
).join('\n')

/** Static addresses, those of pools, and those that a family in memory holds. */
const hosts = spread.hosts.map(({ seen, cleaned }, index) => {
  const network = index < 200 ? '198.51.100' : '203.0.113'
  const source = `${network}.${index < 200 ? index : index - 200}` as Source
  const isInMemory = index % 4 === 3
  return { source, seen, cleaned, isInMemory, isStatic: index < 200 }
})

function moment(day: number): Instant {
  return instantOfSeconds(Math.floor(day * 86_400)) as Instant
}

function sightsOf(day: number): readonly Sight[] {
  return hosts.flatMap(({ source, seen, isInMemory }) =>
    seen
      .filter(each => Math.floor(each) === day)
      .map((each, index) => ({
        source,
        family: isInMemory ? 'codered-n' : family,
        mark: isInMemory ? 'codered-n-worm' : 'codered-x-worm',
        at: moment(each),
        sensor: `sensor ${index}`,
      })),
  )
}

function coverageOf(day: number): readonly Coverage[] {
  const date = moment(day).slice(0, 10)
  return spread.coverages.map((coverage, index) => ({
    ...coverage,
    hours: Object.fromEntries(
      Object.entries(coverage.hours).filter(([hour]) => hour.startsWith(date)),
    ) as Record<Hour, number>,
    listens: coverage.listens!.map((_, number) => `10.0.${index}.${number % 256}`),
  }))
}

async function live(world: World, from: number, until: number): Promise<void> {
  for (let day = spread.from + from; day < spread.from + until; day++) {
    await world.tell('own', sightsOf(day), coverageOf(day))
    const now = moment(day + 1)
    await world.round(now)
    world.post(now)
  }
}

describe('the silence of an outbreak, day by day', () => {
  let world: World
  let end: readonly HostLife[] = []
  before(async () => {
    world = anyWorld(folder, owners)
    const at = moment(spread.from - 60)
    world.book.record({ kind: 'met', name: 'own', as: 'own', at, batch: null })
    await live(world, 0, days)
    using ledger = world.ledger()
    end = [...ledger.book.hosts()]
  })
  after(async () => await world[Symbol.asyncDispose]())

  const truthOf = (life: HostLife) => hosts.find(({ source }) => source === life.source)!
  const inState = (state: string) => end.filter(life => life.state === state)

  test('of those that are called fixed as many are as was promised, and not few are called so', t => {
    const fixed = inState('fixed')
    const isRight = (life: HostLife) => truthOf(life).cleaned <= spread.from + days
    const right = fixed.filter(isRight).length
    t.diagnostic(`${fixed.length} fixed, ${right} of them truly, ${inState('quiet').length} quiet`)
    ok(fixed.length >= 50, `only ${fixed.length} were called fixed`)
    ok(chanceOfSoFew({ declared: fixed.length, right, hosts: end.length }) >= 0.001)
    ok(fixed.every(({ silence }) => (silence?.chance ?? 0) >= 0.99))
    ok(inState('quiet').every(({ silence }) => (silence?.chance ?? 0) >= 0.9))
  })

  test('what lives in memory is never fixed by silence, and what is in a pool not by itself', () => {
    const inMemory = end.filter(life => truthOf(life).isInMemory)
    ok(inMemory.some(({ state }) => state === 'quiet'))
    deepEqual(
      inMemory.filter(({ state }) => state === 'fixed'),
      [],
    )
    const pool = end.filter(life => !truthOf(life).isStatic)
    ok(pool.some(({ state }) => state === 'quiet'))
    const fixed = Map.groupBy(
      pool.filter(({ state }) => state === 'fixed'),
      contactOf,
    )
    for (const [contact, own] of fixed)
      equal(
        own.length,
        pool.filter(life => contactOf(life) === contact && life.family === family).length,
      )
  })

  test('nobody tells an owner again of a machine that fell silent', () => {
    using ledger = world.ledger()
    const silent = inState('fixed').filter(({ told }) => (told.owner?.times ?? 0) > 0)
    ok(silent.length > 0)
    const waits = [...ledger.letterbox.letters({ states: ['shown', 'queued'] })]
    const named = new Set(waits.flatMap(letter => letter.hosts.map(({ source }) => source)))
    deepEqual(
      silent.filter(({ source }) => named.has(source)),
      [],
    )
  })

  test('who reads the events again comes to the same', () => {
    using ledger = world.ledger()
    const again = memoryCaseBook()
    again.append(JSON.parse(JSON.stringify([...ledger.book.events(0)])) as never)
    deepEqual([...again.hosts()].toSorted(bySource), [...ledger.book.hosts()].toSorted(bySource))
  })

  test('only those are looked at again whose state may change', async () => {
    using ledger = world.ledger()
    const soon = moment(spread.from + days + 1 / 24)
    const due = ledger.silences.due(soon, 10_000)
    const isOver = ({ state, source }: HostLife) =>
      state === 'fixed' || (state === 'quiet' && truthOf({ source } as HostLife).isInMemory)
    deepEqual(due.filter(isOver), [])
    ok(due.length < end.length / 4, `${due.length} of ${end.length}`)
  })

  test('the operator and those who told see how many are quiet and fixed, and with what number', async () => {
    const life = inState('fixed').find(each => truthOf(each).isStatic)!
    const { source } = life
    const number = `.${String(Math.floor(life.silence!.chance! * 1000)).padStart(3, '0')}`
    const table = await run('hosts', '--data', folder)
    const row = table.out.split('\n').find(line => line.startsWith(`${source} `))!
    match(row, new RegExp(`codered-x +fixed .* \\${number}$`))
    const json = (await run('hosts', source, '--data', folder, '--json')).out
    const { state, silence } = JSON.parse(json) as LivedHost
    deepEqual([state, silence?.verdict, silence?.chance], ['fixed', 'fixed', life.silence!.chance])
    const why = await run('why', source, '--data', folder)
    match(why.out, /told: abuse@o\d+\.example, last on 2001-07-/)
    match(why.out, new RegExp(`silent since 2001-07-.*: clean with \\${number} as of 2001-07-`))
    const [first = ''] = (await run('why', source, '--data', folder, '--json')).out.split('\n')
    const said = JSON.parse(first) as {
      readonly state: string
      readonly silence: { chance: number }
    }
    deepEqual([said.state, said.silence.chance], ['fixed', life.silence!.chance])
    const decided = await run('decided', '--data', folder)
    match(
      decided.out,
      new RegExp(`^assert +${source.replaceAll('.', '\\.')} +codered-x +fixed `, 'm'),
    )
    const { all } = await statusFor(folder, 'own', moment(spread.from + days))
    deepEqual(
      [all.states['fixed'], all.states['quiet']],
      [inState('fixed').length, inState('quiet').length],
    )
  })

  test('what was fixed and comes back goes on in the same case, and its owner is told once more', async () => {
    const host = inState('fixed').find(life => truthOf(life).isStatic)!
    const contact = host.told.owner!.contact
    const nameOf = () => {
      using ledger = world.ledger()
      return ledger.book.case(contact)?.name
    }
    const name = nameOf()
    const back = spread.from + days + 1
    const { source } = host
    const sight = { source, family, mark: 'codered-x-worm', at: moment(back) }
    await world.tell('own', [sight])
    for (let day = back + 0.1; day < back + 8; day += 3) {
      await world.round(moment(day))
      world.post(moment(day))
    }
    using ledger = world.ledger()
    const life = ledger.book.host(source, family)!
    deepEqual([life.round, nameOf()], [2, name])
    const about = [...ledger.letterbox.letters({ contact })].filter(
      letter => letter.sent! > moment(back) && letter.hosts.some(each => each.source === source),
    )
    deepEqual(
      about.map(({ stage }) => stage),
      ['reminder'],
    )
    deepEqual(world.problems, [])
  })
})

function contactOf({ told }: HostLife): string {
  return told.owner?.contact ?? ''
}

function bySource(one: HostLife, other: HostLife): number {
  return `${one.source} ${one.family}` < `${other.source} ${other.family}` ? -1 : 1
}
