import { grades, type SetApart } from '@redalert/core'
import type { Row } from '../../finding.ts'
import { say, terminalText, type TerminalText } from '../terminal.ts'
import { wrap } from '../wrap.ts'
import { adviceLines } from './advice.ts'
import { type Look, titled } from './look.ts'
import { headingLine, rowLines } from './row-lines.ts'

export type Section = Iterable<TerminalText>

/** The rows: the reader's own machines, and then all others, those that are set apart last. */
export function rowSections(
  rows: readonly Row[],
  look: Look,
): { readonly yours: readonly Section[]; readonly others: readonly Section[] } {
  const of = (setApart: SetApart | null) => rows.filter(row => row.setApart === setApart)
  return {
    yours: [apart('mine', of('mine'), look), adviceLines(of('mine'), look)],
    others: [
      ...groupsOf(of(null)).map(group => groupLines(group, look)),
      ...(['name', 'scanner', 'proxy'] as const).map(why => apart(why, of(why), look)),
    ],
  }
}

const titles: Readonly<
  Record<SetApart, { readonly title: TerminalText; readonly sentence: TerminalText }>
> = {
  mine: {
    title: say`Your machines`,
    sentence: say`These addresses are your own, and they send what infected machines send. See to them first.`,
  },
  name: {
    title: say`Known by name only`,
    sentence: say`The log holds these names in place of addresses. Whoever owns a network names its addresses at will, so nobody is told on the strength of a name.`,
  },
  scanner: {
    title: say`Known scanners`,
    sentence: say`They look for machines like these and are not infected themselves.`,
  },
  proxy: {
    title: say`Your proxies`,
    sentence: say`They pass on what others send. If they log the client in a header, --client-from X-Forwarded-For reads it.`,
  },
}

function* apart(why: SetApart, rows: readonly Row[], look: Look): Section {
  if (rows.length === 0) return
  const { title, sentence } = titles[why]
  yield* titled(title, sentence, look)
  for (const group of groupsOf(rows)) {
    yield say``
    yield* groupLines(group, look)
  }
}

/** Rows of one family, equally sure for the same reason, which is so told once. */
type Group = readonly [Row, ...Row[]]

/** The surest first, one family's together. */
function groupsOf(rows: readonly Row[]): readonly Group[] {
  const groups = new Map<string, [Row, ...Row[]]>()
  for (const row of rows) {
    const key = `${row.family} ${row.grade} ${row.reason}`
    const group = groups.get(key)
    if (group) group.push(row)
    else groups.set(key, [row])
  }
  const families = [...new Set(rows.map(({ family }) => family))]
  return [...groups.values()].toSorted(
    ([one], [other]) =>
      grades.indexOf(one.grade) - grades.indexOf(other.grade) ||
      families.indexOf(one.family) - families.indexOf(other.family),
  )
}

function* groupLines(group: Group, look: Look): Section {
  const [{ family, grade, reason }] = group
  const title = say`${look.familyName(family)}, ${terminalText(grade)}:`
  const [first = title, ...more] = wrap(say`${title} ${terminalText(reason)}`, look.width)
  const rest = first.slice(title.length) as TerminalText
  yield first.startsWith(title) ? say`${look.paint(grade, title)}${rest}` : look.paint(grade, first)
  yield* more
  yield headingLine(look)
  for (const row of group) yield* rowLines(row, look)
}
