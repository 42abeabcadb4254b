import { type Address, parseAddress } from '@redalert/core'
import type { Dialer } from './dialer.ts'

/**
 * Finds out where our own hosts lie, before anybody can say that one of them is infected. A host that is not found now
 * is learned when it is first connected to.
 */
export async function learnHosts(
  { guard, resolve }: Pick<Dialer, 'guard' | 'resolve'>,
  hosts: readonly string[],
): Promise<void> {
  await Promise.all(
    hosts.map(async host => {
      const texts = await resolve(host).catch(() => [])
      const addresses = texts.map(parseAddress).filter((one): one is Address => one !== undefined)
      guard.learn(host, addresses)
    }),
  )
}
