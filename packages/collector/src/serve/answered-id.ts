import { parseHead } from '../letters/mime/parse-head.ts'
import type { Store } from '../store/store.ts'

/** The Message-ID of a mail that was kept, so that its answer stands beside it; undefined when it is gone, or has none that is safe in a header. */
export function answeredId(store: Pick<Store, 'arrivals'>, sequence: number): string | undefined {
  const [arrival] = store.arrivals(sequence - 1, { count: 1, bytes: 0 })
  if (arrival?.sequence !== sequence || arrival.content.kind !== 'raw') return undefined
  if (arrival.shape !== 'mail') return undefined
  const [id = ''] = parseHead(arrival.content.body).get('message-id') ?? []
  return /^<[\w!#$%&'*+/=?^`{|}~.-]{1,128}@[\w.-]{1,128}>$/.test(id) ? id : undefined
}
