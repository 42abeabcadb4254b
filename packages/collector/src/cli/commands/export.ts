import { writeSubmission } from '@redalert/core'
import type { ToldCell } from '../../store/store.ts'
import { type Command, dataOption } from '../command.ts'
import { writeLines } from '../io.ts'
import { type Believed, openBelieved } from '../open-believed.ts'
import { safeJson } from '../safe-text.ts'
import { stateOf } from '../../believing/stated-host.ts'

/** `export`: everything that was told, as JSON lines in a fixed order. */
export const exportAll: Command = {
  usage: 'export --data DIR [--config FILE]',
  does: 'write every cell and every host as JSON lines, in a fixed order; nothing of those who are revoked',
  options: { ...dataOption, config: { type: 'string' } },
  words: { least: 0, most: 0 },
  async run(given, io) {
    using believed = openBelieved(given, io)
    await writeLines(io, lines(believed))
    return 0
  },
}

function* lines({ store, beliefs }: Believed): Generator<string> {
  for (const told of store.allCells()) yield cellLine(told)
  for (const row of store.hosts({})) {
    const { requests, ...host } = stateOf(row, beliefs)
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
