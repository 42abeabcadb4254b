import { equal, ok } from 'node:assert/strict'
import { test } from 'node:test'
import { randomOf } from './random.ts'
import { shareOut } from './share-out.ts'

const draws = 20_000
const drawn = (draw: () => number) => Array.from({ length: draws }, draw)
const mean = (numbers: readonly number[]) =>
  numbers.reduce((sum, one) => sum + one, 0) / numbers.length
const variance = (numbers: readonly number[]) => {
  const middle = mean(numbers)
  return mean(numbers.map(one => (one - middle) ** 2))
}
/** Within five standard errors. */
const isNear = (numbers: readonly number[], expected: number, spread: number) =>
  ok(
    Math.abs(mean(numbers) - expected) < 5 * Math.sqrt(spread / draws),
    `${mean(numbers)} for ${expected}`,
  )

test('the same seed draws the same, and another seed draws other numbers', () => {
  const [one, same, other] = [randomOf(7), randomOf(7), randomOf(8)]
  const some = drawn(one.fraction)
  equal(JSON.stringify(drawn(same.fraction)), JSON.stringify(some))
  ok(drawn(other.fraction).every((number, index) => number !== some[index]))
})

test('fractions are spread evenly from 0 to 1', () => {
  const some = drawn(randomOf(1).fraction)
  isNear(some, 1 / 2, 1 / 12)
  ok(some.every(one => one >= 0 && one < 1))
  for (let tenth = 0; tenth < 10; tenth++) {
    const count = some.filter(one => Math.floor(one * 10) === tenth).length
    ok(Math.abs(count - draws / 10) < 5 * Math.sqrt(draws * 0.09), `${count} in tenth ${tenth}`)
  }
})

test('whole numbers below a count are as likely one as the other', () => {
  const { below } = randomOf(2)
  const some = drawn(() => below(3))
  for (const one of [0, 1, 2])
    ok(
      Math.abs(some.filter(each => each === one).length - draws / 3) <
        5 * Math.sqrt((draws * 2) / 9),
    )
})

for (const expected of [0.01, 1.4, 29, 300]) {
  test(`a Poisson number of mean ${expected} has this mean, and as variance`, () => {
    const { poisson } = randomOf(3)
    const some = drawn(() => poisson(expected))
    isNear(some, expected, expected)
    ok(Math.abs(variance(some) / expected - 1) < 0.2)
  })
}

for (const shape of [0.5, 0.8, 3]) {
  test(`a gamma number of shape ${shape} has the mean 1, and the variance 1/${shape}`, () => {
    const { gamma } = randomOf(4)
    const some = drawn(() => gamma(shape))
    isNear(some, 1, 1 / shape)
    ok(Math.abs(variance(some) * shape - 1) < 0.15)
  })
}

test('a normal number has the mean 0 and the variance 1', () => {
  const some = drawn(randomOf(5).normal)
  isNear(some, 0, 1)
  ok(Math.abs(variance(some) - 1) < 0.05)
})

test('what is shared out comes as often as its share', () => {
  const draw = shareOut([0.5, 0, 0.3, 0.2], randomOf(6))
  const some = drawn(draw)
  for (const [index, share] of [0.5, 0, 0.3, 0.2].entries()) {
    const count = some.filter(one => one === index).length
    ok(Math.abs(count - draws * share) <= 5 * Math.sqrt(draws * share * (1 - share)))
  }
})
