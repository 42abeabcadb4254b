import { type Address } from '@redalert/core'
import { ownerFault } from './fault.ts'
import type { Owner } from './model/owner.ts'
import { channel } from './owner/channel.ts'
import { hall } from './owner/hall.ts'
import { journey } from './owner/journey.ts'
import type { OwnerOptions, OwnerParts } from './owner/owner-parts.ts'
import { serve } from './owner/serve.ts'
import { newWait } from './owner/wait.ts'

/**
 * The main path: says who answers for each address, as soon as that is known. What the operator, the cache or bulk
 * data know comes first; then registries are asked in their turn, the most pressing question first. Every address gets
 * exactly one answer, and be it that it waits.
 */
export async function* owner(
  addresses: Iterable<Address> | AsyncIterable<Address>,
  parts: OwnerParts,
  options: OwnerOptions = {},
): AsyncGenerator<Owner, void> {
  const { alarm, never, ours } = parts
  if (typeof never?.address !== 'function')
    throw ownerFault(
      'no-never-list',
      'nobody is named an owner without a list of those who are never told',
    )
  const stop = new AbortController()
  const signal = options.signal ? AbortSignal.any([options.signal, stop.signal]) : stop.signal
  const answers = channel<Owner>()
  const tell = answers.put
  const lines = hall()
  const travel = journey({ parts, lines, tell, signal })
  try {
    for await (const address of addresses) {
      const name = ours?.(address)
      const entry = never.address(address)
      if (name !== undefined) {
        const reason = `${address} belongs to ${name}, on which we depend: an error, or a forged log`
        alarm?.(reason)
        yield { kind: 'alarm', address, reason }
      } else if (entry?.action === 'ignore') {
        yield { kind: 'never', address, reason: entry.reason }
      } else {
        const handling = entry && { action: entry.action, reason: entry.reason }
        const hosts = options.hosts?.(address) ?? 1
        await travel.advance(
          newWait({ address, hosts, silent: false, ...(handling && { handling }) }),
        )
        yield* answers.ready()
      }
    }
    serve({ parts, options, lines, travel, tell, signal }).then(
      () => answers.close(),
      answers.close,
    )
    yield* answers.rest()
  } finally {
    stop.abort()
  }
}
