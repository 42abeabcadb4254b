import { familiesMarkdown } from '@redalert/core'
import { dossier } from '../families/dossier.ts'
import { familiesTable } from '../families/families-table.ts'
import type { Run } from '../flags/invocation.ts'
import { notAmong } from '../flags/values/choice.ts'
import { safeJson } from '../report/safe-json.ts'
import { familiesOf } from './families-of.ts'
import type { Io } from './io.ts'
import { print } from './print.ts'
import { refuse } from './refuse.ts'
import { viewOf } from './view-of.ts'

/** `redalert families`: all of them, or all about one. */
export async function showFamilies({ options, words }: Run<'families'>, io: Io): Promise<number> {
  const families = await familiesOf(options.signatures, io)
  if (!families) return 2
  const [id] = words
  const one = families.list.find(family => family.id === id)
  if (id !== undefined && !one)
    return refuse(
      `families: ${id} ${notAmong(
        id,
        families.list.map(family => family.id),
      )}`,
      io,
    )
  const shown = one ? [one] : families.list
  if (options.markdown) return print(familiesMarkdown(shown), io)
  if (options.json) return print(lines(shown.map(safeJson)), io)
  const view = viewOf(options.color, io)
  return print(lines(one ? dossier(one, view) : familiesTable(families.list, view)), io)
}

function lines(texts: Iterable<string>): string {
  return [...texts].map((text: string) => `${text}\n`).join('')
}
