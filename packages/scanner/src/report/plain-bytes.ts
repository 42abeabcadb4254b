import type { Untrusted } from '@redalert/core'
import { fromUtf8 } from './byte-text.ts'

/** Bytes as a field of JSON: the text they mean in UTF-8, or one letter for each byte and an encoding beside them that says so. */
export function plainBytes(name: 'host' | 'text', bytes: Untrusted): object {
  const text = fromUtf8(bytes)
  return text === undefined ? { [name]: bytes, encoding: 'latin1' } : { [name]: text }
}
