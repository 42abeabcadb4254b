import { deepEqual, equal, match, ok } from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { virtualTime, type VirtualTime } from '../../test/virtual-time.ts'
import type { Registry } from '../registries/registry.ts'
import { backOff } from './back-off.ts'
import { manners, type MannersParts } from './manners.ts'

const minute = 60_000
const hour = 60 * minute
const pace = { perMinute: 6, burst: 2 }
const registries: readonly Registry[] = [
  { name: 'slow', pace },
  { name: 'other', pace },
]

function mannersAt(time: VirtualTime, more: Partial<MannersParts> = {}) {
  return manners({ registries, now: time.now, sleep: time.sleep, random: () => 0, ...more })
}

async function go(towards: ReturnType<typeof mannersAt>, registry = 'slow', patience = 2 * minute) {
  const turn = await towards.turn(registry, { patience })
  ok(turn.kind === 'go', `it was ${turn.kind}`)
  return turn.done
}

test('no registry is asked more often than its pace allows, after the first burst', async () => {
  const time = virtualTime()
  const towards = mannersAt(time)
  const start = time.now()
  const moments: number[] = []
  await time.run(
    (async () => {
      for (let question = 0; question < 12; question++) {
        const done = await go(towards)
        moments.push(Math.round((time.now() - start) / 1000))
        done({ kind: 'answered' })
      }
    })(),
  )
  deepEqual(moments, [0, 0, 10, 20, 30, 40, 50, 60, 70, 80, 90, 100])
})

test('in any minute no more questions are asked than the pace and the burst say', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 1, max: 120 }),
      fc.integer({ min: 1, max: 5 }),
      fc.array(fc.nat({ max: 40_000 }), { minLength: 1, maxLength: 60 }),
      async (perMinute, burst, pauses) => {
        const time = virtualTime()
        const towards = mannersAt(time, {
          registries: [{ name: 'slow', pace: { perMinute, burst } }],
          atOnce: 10,
        })
        const moments: number[] = []
        await time.run(
          Promise.all(
            pauses.map(async pause => {
              await time.sleep(pause)
              const done = await go(towards, 'slow', Infinity)
              moments.push(time.now())
              done({ kind: 'answered' })
            }),
          ),
        )
        equal(moments.length, pauses.length)
        for (const from of moments) {
          const within = moments.filter(at => at >= from && at < from + minute).length
          ok(within <= perMinute + burst, `${within} questions in a minute`)
        }
      },
    ),
    { numRuns: 40 },
  )
})

test('two questions are under way at once, and no third', async () => {
  const time = virtualTime()
  const towards = mannersAt(time, {
    registries: [{ name: 'slow', pace: { perMinute: 600, burst: 9 } }],
  })
  const first = await go(towards)
  await go(towards)
  let third = false
  const waiting = go(towards).then(() => (third = true))
  await time.run(time.sleep(hour))
  equal(third, false)
  first({ kind: 'answered' })
  await time.run(waiting)
  equal(third, true)
})

test('a busy registry is left alone for as long as it asks, and the others are not', async () => {
  const time = virtualTime()
  const towards = mannersAt(time)
  ;(await go(towards))({ kind: 'busy', reason: 'slow is busy', waitMs: 300_000 })
  const start = time.now()
  deepEqual(await towards.turn('slow', { patience: minute }), {
    kind: 'stopped',
    until: start + 300_000,
    reason: 'slow is busy',
  })
  equal((await towards.turn('other', { patience: 0 })).kind, 'go')
  await time.run(go(towards, 'slow', 10 * minute))
  equal(time.now() - start, 300_000)
})

test('a registry that stays busy is asked ever more rarely, and after an answer as before', async () => {
  const time = virtualTime()
  const towards = mannersAt(time)
  const waits: number[] = []
  for (let times = 0; times < 8; times++) {
    const done = await time.run(go(towards, 'slow', Infinity))
    done({ kind: 'busy', reason: 'busy' })
    waits.push((towards.stopped('slow')!.until - time.now()) / minute)
  }
  deepEqual(waits, [1, 2, 4, 8, 16, 32, 60, 60])
  ;(await time.run(go(towards, 'slow', Infinity)))({ kind: 'answered' })
  ;(await time.run(go(towards, 'slow', Infinity)))({ kind: 'busy', reason: 'busy' })
  equal((towards.stopped('slow')!.until - time.now()) / minute, 1)
})

test('a pause is as long as it was asked for or longer, with a quarter of chance', () => {
  fc.assert(
    fc.property(
      fc.nat({ max: 20 }),
      fc.nat({ max: 10_000_000 }),
      fc.double({ min: 0, max: 0.999, noNaN: true }),
      (times, asked, chance) => {
        const wait = backOff(times, { asked, random: () => chance })
        ok(wait >= Math.min(Math.max(asked, 1000), 24 * hour))
        ok(wait <= Math.max(asked, 1000) * 1.25 + 1)
        const own = backOff(times, { random: () => chance })
        ok(own >= minute && own <= hour * 1.25)
      },
    ),
  )
})

test('a registry that wants no more of us is left alone for a day, and somebody is told', async () => {
  const time = virtualTime()
  const alarms: string[] = []
  const towards = mannersAt(time, { alarm: reason => alarms.push(reason) })
  ;(await go(towards))({ kind: 'blocked', reason: '%ERROR:201: access denied' })
  const turn = await towards.turn('slow', { patience: 23 * hour })
  ok(turn.kind === 'stopped')
  equal(turn.until, time.now() + 24 * hour)
  equal(alarms.length, 1)
  match(alarms[0] ?? '', /slow wants no more questions.*access denied.*until 2026-11-02T12:00:00Z/)
  equal(towards.status()[0]?.stop?.reason, '%ERROR:201: access denied')
  time.pass(24 * hour + 1)
  equal((await towards.turn('slow', { patience: 0 })).kind, 'go')
})

test('a registry that does not answer three times is left alone a while, ever longer', async () => {
  const time = virtualTime()
  const towards = mannersAt(time)
  const waits: (number | undefined)[] = []
  for (let times = 0; times < 6; times++) {
    const done = await time.run(go(towards, 'slow', Infinity))
    done({ kind: 'failed' })
    const stop = towards.stopped('slow')
    waits.push(stop && (stop.until - time.now()) / minute)
  }
  deepEqual(waits, [undefined, undefined, 1, 2, 4, 8])
  equal(towards.stopped('slow')?.reason, 'slow does not answer')
  ;(await time.run(go(towards, 'slow', Infinity)))({ kind: 'answered' })
  ;(await time.run(go(towards, 'slow', Infinity)))({ kind: 'failed' })
  equal(towards.stopped('slow'), undefined)
})

test('a turn that was not needed is given back', async () => {
  const time = virtualTime()
  const towards = mannersAt(time)
  for (let turns = 0; turns < 10; turns++) (await go(towards))({ kind: 'unused' })
  equal(time.now(), virtualTime().now())
  equal(towards.status()[0]?.asked, 0)
})

test('a turn ends once, however often that is said', async () => {
  const time = virtualTime()
  const towards = mannersAt(time)
  const done = await go(towards)
  done({ kind: 'answered' })
  done({ kind: 'failed' })
  done({ kind: 'blocked', reason: 'no' })
  equal(towards.stopped('slow'), undefined)
  equal(towards.status()[0]?.answered, 1)
})

test('a registry that nobody knows has no turn', async () => {
  equal((await mannersAt(virtualTime()).turn('nowhere', { patience: 0 })).kind, 'stopped')
})

test('whoever stops waiting stops at once', async () => {
  const time = virtualTime()
  const towards = mannersAt(time)
  const stop = new AbortController()
  await go(towards)
  await go(towards)
  stop.abort(new Error('enough'))
  await towards.turn('slow', { patience: hour, signal: stop.signal }).then(
    () => ok(false, 'it went on'),
    (error: unknown) => match(String(error), /enough/),
  )
})

test('the same question at the same time is asked once', async () => {
  const towards = mannersAt(virtualTime())
  let runs = 0
  const run = async () => {
    runs++
    await new Promise(resolve => setImmediate(resolve))
    return runs
  }
  const answers = await Promise.all([1, 2, 3].map(() => towards.together('192.0.2.0/24', run)))
  deepEqual(answers, [1, 1, 1])
  equal(await towards.together('192.0.2.0/24', run), 2)
})
