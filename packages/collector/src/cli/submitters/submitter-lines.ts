import type { Clock } from '../../trust/clock.ts'
import { saySkew } from '../../trust/say-skew.ts'
import type { SubmitterBook } from '../../trust/submitter-book.ts'
import type { Submitter } from '../../trust/submitter.ts'
import { safeJson, safeText } from '../safe-text.ts'

/** Everybody who was ever met, with their keys and the clocks of their sensors: a line for each, or a JSON object. */
export function submitterLines(
  book: SubmitterBook,
  {
    json,
    clocks,
    weekly,
  }: {
    readonly json: boolean
    readonly clocks: (submitter: string) => readonly Clock[]
    /** To where somebody gets a weekly mail. */
    readonly weekly: (submitter: string) => string | undefined
  },
): readonly string[] {
  return [...book.submitters()].flatMap(submitter => {
    const keys = book.keys(submitter.name)
    const own = clocks(submitter.name)
    if (json) {
      const sensors = own.map(({ sensor, skew }) => ({ sensor, clock: skew }))
      const shown = keys.map(({ id, scopes, made, lastUsed, revoked }) => ({
        id,
        scopes,
        made,
        lastUsed,
        revoked,
      }))
      const mailed = weekly(submitter.name) ?? null
      return [
        safeJson({
          kind: 'submitter',
          ...renamed(submitter),
          keys: shown,
          sensors,
          weekly: mailed,
        }),
      ]
    }
    return [
      lineOf(submitter, weekly(submitter.name)),
      ...keys.map(
        ({ id, scopes, made, lastUsed, revoked }) =>
          `  key ra_${id}  ${scopes.join(',')}  made ${made}, ${
            revoked ? 'revoked' : lastUsed === null ? 'never used' : `last used ${lastUsed}`
          }`,
      ),
      ...own.map(({ sensor, skew }) => `  sensor ${safeText(sensor)}: ${saySkew(skew)}`),
    ]
  })
}

/** `kind` says what a line is, so what the submitter is stands under another name. */
function renamed({ kind, ...rest }: Submitter): object {
  return { is: kind, ...rest }
}

function lineOf(
  { name, kind, since, batch, vetted, revoked, sentFrom }: Submitter,
  weekly: string | undefined,
): string {
  const said = [
    kind,
    `since ${since}`,
    ...(batch === null ? [] : [`batch ${batch}`]),
    ...(vetted ? ['vetted'] : []),
    ...(revoked ? ['REVOKED'] : []),
    ...(weekly === undefined ? [] : [`weekly mail to ${weekly}`]),
    ...(sentFrom.length === 0
      ? []
      : [`from ${sentFrom.slice(0, 3).join(' ')}${sentFrom.length > 3 ? ' …' : ''}`]),
  ]
  return `${safeText(name)}  ${said.map(safeText).join(', ')}`
}
