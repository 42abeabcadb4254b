import { readNumber } from './digits.ts'

/** The parts of a client field, `192.0.2.7`, `192.0.2.7:4711`, `[2001:db8::7]:4711` or a name. */
export function splitClient(text: string): { readonly source: string; readonly port?: number } {
  if (text.startsWith('[')) {
    const end = text.indexOf(']')
    if (end === -1) return { source: text }
    return withPort(text.slice(1, end), text.slice(end + 1))
  }
  const colon = text.indexOf(':')
  if (colon === -1 || text.includes(':', colon + 1)) return { source: text }
  return withPort(text.slice(0, colon), text.slice(colon))
}

function withPort(
  source: string,
  rest: string,
): { readonly source: string; readonly port?: number } {
  // Behind a proxy nginx knows no port, and writes nothing for it.
  if (rest === ':') return { source }
  const port = rest.startsWith(':') ? readNumber(rest.slice(1)) : undefined
  if (rest !== '' && (port === undefined || port > 65_535)) return { source: `${source}${rest}` }
  return port === undefined ? { source } : { source, port }
}
