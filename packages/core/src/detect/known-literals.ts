import known from './known-literals.json' with { type: 'json' }
import type { Literals, Sought } from './literals.ts'

type Kept = { readonly texts: string; readonly escaped: string }

/** What {@link literals} finds for the families that come with redalert, worked out before: it takes as long as to start. */
export const knownLiterals: Literals = {
  request: soughtOf(known.request),
  headers: soughtOf(known.headers),
  headersMatter: known.headersMatter,
}

/** The same as it is kept: no window holds a newline. */
export function keptLiterals({ request, headers, headersMatter }: Literals): string {
  const kept = { request: keptOf(request), headers: keptOf(headers), headersMatter }
  return `${JSON.stringify(kept, undefined, 2)}\n`
}

function keptOf({ texts, escaped }: Sought = { texts: [], escaped: [] }): Kept {
  return { texts: texts.join('\n'), escaped: String.fromCharCode(...escaped) }
}

function soughtOf({ texts, escaped }: Kept): Sought {
  return {
    texts: texts.split('\n'),
    escaped: Array.from(escaped, char => char.charCodeAt(0)),
  }
}
