import {
  type Families,
  knownFamilies,
  type LogEntry,
  type Mark,
  match,
  rules,
} from '@redalert/core'

/** Finds the marks of an entry. */
export type Matcher = (entry: LogEntry) => readonly Mark[]

/** Makes a matcher that remembers what it found in equal requests: an outbreak is few requests, many times. */
export function matcher({ list }: Families = knownFamilies): Matcher {
  const ready = rules(list)
  const known = new Map<string, readonly Mark[]>()
  let length = 0
  return entry => {
    const key = keyOf(entry)
    const found = known.get(key) ?? match(entry, ready)
    if (!known.has(key)) {
      if (length > mostRemembered) {
        known.clear()
        length = 0
      }
      known.set(key, found)
      length += key.length + 200
    }
    return found.some(({ payloadHosts }) => payloadHosts.length > 0)
      ? found.map(mark => ({ ...mark, ownPayload: mark.payloadHosts.includes(entry.source) }))
      : found
  }
}

const mostRemembered = 8 * 1024 * 1024

/** All that marks depend on, the source apart. */
function keyOf(entry: LogEntry): string {
  const { escapes, method, target, queryLogged, version, referer, userAgent, missing, cut } = entry
  const texts = [method, target, version, referer, userAgent, missing]
  return `${escapes} ${queryLogged} ${cut} ${texts.map(text => text ?? '\uffff').join('\n')}`
}
