import { type Address, parseAddress } from '@redalert/core'
import net from 'node:net'
import type { Dialer } from './dialer.ts'
import type { Server } from './server.ts'

/** A connection, or why there is none: we refused, or the other side failed. */
export type Dialled =
  | { readonly kind: 'open'; readonly socket: net.Socket }
  | { readonly kind: 'refused'; readonly reason: string }
  | { readonly kind: 'failed'; readonly reason: string }

/**
 * Opens a connection: the only place that does. The name is resolved once, every address it has is checked, and the
 * connection goes to an address that was checked, so that a second answer of the name server changes nothing.
 */
export async function dial(server: Server, dialer: Dialer, signal: AbortSignal): Promise<Dialled> {
  const { host, port } = server
  if (!isName(host)) return { kind: 'refused', reason: `${host} is no name of a host` }
  const resolved = await resolve(host, dialer, signal)
  if (resolved.kind !== 'addresses') return resolved
  const { addresses } = resolved
  dialer.guard.learn(host, addresses)
  for (const address of addresses) {
    const unreachable = dialer.reach.refusal(address)
    if (unreachable) return refused(`${host} leads to ${unreachable}`, dialer)
    const verdict = dialer.guard.allows(address, host)
    if (verdict.kind === 'refused') return refused(verdict.reason, dialer)
    if (verdict.kind === 'alarm') dialer.alarm?.(verdict.reason)
  }
  let failed: Dialled = { kind: 'failed', reason: `${host} has no address` }
  for (const address of addresses) {
    failed = await connect(address, port, signal)
    if (failed.kind === 'open' || signal.aborted) break
  }
  return failed
}

type Resolved =
  | { readonly kind: 'addresses'; readonly addresses: readonly Address[] }
  | { readonly kind: 'refused'; readonly reason: string }
  | { readonly kind: 'failed'; readonly reason: string }

async function resolve(host: string, dialer: Dialer, signal: AbortSignal): Promise<Resolved> {
  try {
    const texts = await beforeAbort(dialer.resolve(host), signal)
    const addresses: Address[] = []
    for (const text of texts) {
      const address = parseAddress(text)
      if (!address) return refused(`${host} leads to ${text}, which is no address`, dialer)
      addresses.push(address)
    }
    if (addresses.length === 0) return { kind: 'failed', reason: `${host} has no address` }
    return { kind: 'addresses', addresses }
  } catch (error) {
    return { kind: 'failed', reason: `${host} was not found: ${said(error)}` }
  }
}

async function connect(address: Address, port: number, signal: AbortSignal): Promise<Dialled> {
  return new Promise(settle => {
    const socket = net.connect({ host: address, port, signal })
    // An error that comes later is met by whoever reads; it must only not be met by nobody.
    socket.on('error', error => {
      settle({
        kind: 'failed',
        reason: `${address} port ${port} cannot be reached: ${said(error)}`,
      })
    })
    socket.once('connect', () => {
      // What the kernel connected to is what was checked, or nothing is said to it.
      if (parseAddress(socket.remoteAddress ?? '') === address) {
        settle({ kind: 'open', socket })
        return
      }
      socket.destroy()
      settle({ kind: 'refused', reason: `the connection to ${address} ended elsewhere` })
    })
  })
}

function lastLabel(host: string): string {
  return host.slice(host.lastIndexOf('.') + 1)
}

function refused(
  reason: string,
  { alarm }: Dialer,
): { readonly kind: 'refused'; readonly reason: string } {
  alarm?.(reason)
  return { kind: 'refused', reason }
}

/** Names only: an address in place of a name, in any spelling, was never on a list. */
function isName(host: string): boolean {
  return host.length <= 253 && /^[a-z0-9._-]+$/i.test(host) && /^[a-z]/i.test(lastLabel(host))
}

async function beforeAbort<Value>(promise: Promise<Value>, signal: AbortSignal): Promise<Value> {
  signal.throwIfAborted()
  let stop: () => void = () => undefined
  const aborted = new Promise<never>((_, reject) => {
    stop = () => reject(new Error('it took too long'))
    signal.addEventListener('abort', stop, { once: true })
  })
  try {
    return await Promise.race([promise, aborted])
  } finally {
    signal.removeEventListener('abort', stop)
  }
}

function said(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  return 'code' in error && typeof error.code === 'string' ? error.code : error.message
}
