import { writeSubmission } from '@redalert/core'
import type { ToldCell } from '../../store/store.ts'
import { type Command, dataOption } from '../command.ts'
import { writeLines } from '../io.ts'
import { openReader } from '../open-reader.ts'
import { safeJson } from '../safe-text.ts'
import type { StoreReader } from '../../store/sqlite/sqlite-reader.ts'

/** `export`: everything that was told, as JSON lines in a fixed order. */
export const exportAll: Command = {
  usage: 'export --data DIR',
  does: 'write every cell and every host as JSON lines, in a fixed order',
  options: dataOption,
  words: { least: 0, most: 0 },
  async run(given, io) {
    using store = openReader(given, io.cwd())
    await writeLines(io, lines(store))
    return 0
  },
}

function* lines(store: StoreReader): Generator<string> {
  for (const told of store.allCells()) yield cellLine(told)
  for (const { requests, ...host } of store.hosts({})) {
    yield safeJson({
      kind: 'host',
      ...host,
      requests: requests.count,
      ...(!requests.exact && { approximate: true }),
    })
  }
}

/** A cell as a submission writes it, with who told it. */
function cellLine({ submitter, cell }: ToldCell): string {
  const plain = JSON.parse(
    writeSubmission({ writer: '', zone: null, cells: [cell], coverage: [] }),
  ) as { readonly cells: readonly object[] }
  return safeJson({ kind: 'cell', submitter, ...plain.cells[0] })
}
