import { parentPort } from 'node:worker_threads'
import type { DNSResolver } from 'mailauth'
import { type Origin, proveSender, type ProvenSender } from './prove-sender.ts'

/** What a proving thread is told: to prove something, or what it asked the DNS for. */
export type ProverOrder =
  | {
      readonly kind: 'prove'
      readonly id: number
      readonly message: Uint8Array
      readonly origin: Origin
      readonly mostMilliseconds: number
    }
  | { readonly kind: 'found'; readonly id: number; readonly records: unknown }
  | { readonly kind: 'not-found'; readonly id: number; readonly code: string }

/** What a proving thread says: who sent a message, or what it needs from the DNS. */
export type ProverAnswer =
  | { readonly kind: 'proven'; readonly id: number; readonly sender: ProvenSender | undefined }
  | {
      readonly kind: 'ask'
      readonly id: number
      readonly domain: string
      readonly type: string
    }

type Asked = { readonly resolve: (records: never) => void; readonly reject: (error: Error) => void }

const asked = new Map<number, Asked>()
let last = 0

const say = (answer: ProverAnswer): void => parentPort?.postMessage(answer)

const ask = (async (domain: string, type: string) =>
  await new Promise((resolve, reject) => {
    const id = ++last
    asked.set(id, { resolve, reject })
    say({ kind: 'ask', id, domain, type })
  })) as DNSResolver

async function obey(order: ProverOrder): Promise<void> {
  if (order.kind === 'prove') {
    const { id, message, origin, mostMilliseconds } = order
    const sender = await proveSender(message, origin, { resolve: ask, mostMilliseconds })
    say({ kind: 'proven', id, sender })
    return
  }
  const waiting = asked.get(order.id)
  asked.delete(order.id)
  if (order.kind === 'found') waiting?.resolve(order.records as never)
  else waiting?.reject(Object.assign(new Error(order.code), { code: order.code }))
}

parentPort?.on('message', (order: ProverOrder) => void obey(order))
