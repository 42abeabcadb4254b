import type { KeptKey } from './kept-key.ts'
import { stepSubmitter } from './step-submitter.ts'
import type { Submitter } from './submitter.ts'
import type { SubmitterBook } from './submitter-book.ts'

/** A book that is forgotten with the process: for drills and tests. */
export function memorySubmitterBook(): SubmitterBook {
  const submitters = new Map<string, Submitter>()
  const keys = new Map<string, KeptKey>()
  const addresses = new Map<string, string>()
  return {
    submitters: () => [...submitters.values()].toSorted(by('name')),
    submitter: name => submitters.get(name),
    record(event) {
      const next = stepSubmitter(submitters.get(event.name), event)
      if (next) submitters.set(event.name, next)
      return next !== undefined
    },
    key: id => keys.get(id),
    keys: submitter =>
      [...keys.values()].filter(key => key.submitter === submitter).toSorted(by('id')),
    addKey(key) {
      const known = keys.get(key.id)
      if (known) return known.hash === key.hash && known.submitter === key.submitter
      if (!submitters.has(key.submitter)) return false
      keys.set(key.id, key)
      return true
    },
    useKey(id, at) {
      const known = keys.get(id)
      if (known && (known.lastUsed ?? '') < at) keys.set(id, { ...known, lastUsed: at })
    },
    revokeKey(id) {
      const known = keys.get(id)
      if (known) keys.set(id, { ...known, revoked: true })
      return known !== undefined
    },
    enrolledWith: address => addresses.get(address.toLowerCase()),
    addAddress(submitter, address) {
      const whose = addresses.get(address.toLowerCase())
      if (whose !== undefined) return whose === submitter
      if (!submitters.has(submitter)) return false
      addresses.set(address.toLowerCase(), submitter)
      return true
    },
    removeAddress: address => void addresses.delete(address.toLowerCase()),
  }
}

function by<Key extends string>(field: Key) {
  return (one: Readonly<Record<Key, string>>, other: Readonly<Record<Key, string>>): number =>
    one[field] < other[field] ? -1 : 1
}
