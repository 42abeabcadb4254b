// @ts-check
import { Readable } from 'node:stream'
import { spec } from 'node:test/reporters'

/**
 * Node's own report, without the tests that passed: what failed, what was skipped, and the sum.
 * @param {AsyncIterable<import('node:test/reporters').TestEvent>} events
 */
export default async function* reporter(events) {
  yield* Readable.from(worthTelling(events)).pipe(new spec())
}

/** @param {AsyncIterable<import('node:test/reporters').TestEvent>} events */
async function* worthTelling(events) {
  for await (const event of events) {
    if (event.type === 'test:start') continue
    if (
      event.type === 'test:pass' &&
      event.data.skip === undefined &&
      event.data.todo === undefined
    )
      continue
    yield event
  }
}
