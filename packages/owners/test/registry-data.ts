import type { Registry } from '../src/registries/registry.ts'
import type { LoopbackRegistry } from './loopback-registry.ts'

/** A network as an RDAP answer of somebody who has an abuse desk. */
export function rdapNetwork(
  [startAddress, endAddress]: readonly [string, string],
  {
    mailbox,
    roles = ['abuse'],
    ...more
  }: { mailbox?: string; roles?: readonly string[] } & Record<string, unknown>,
): object {
  const card = [
    'vcard',
    [
      ['version', {}, 'text', '4.0'],
      ['kind', {}, 'text', 'group'],
      ['email', {}, 'text', mailbox],
    ],
  ]
  return {
    objectClassName: 'ip network',
    handle: `NET-${startAddress}`,
    startAddress,
    endAddress,
    entities:
      mailbox === undefined
        ? []
        : [{ objectClassName: 'entity', handle: 'DESK', roles, vcardArray: card }],
    ...more,
  }
}

/** A registry of a test, for whom haste is no harm. */
export function testRegistry(
  name: string,
  served: LoopbackRegistry,
  more: Partial<Registry> = {},
): Registry {
  return {
    name,
    rdap: `https://rdap.example.org:${served.port}/`,
    pace: { perMinute: 600_000, burst: 10_000 },
    ...more,
  }
}
