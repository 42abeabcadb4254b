import { Fault, parseAddress, signatures, sight } from '@redalert/core'
import type { ToldCell } from '../../store/store.ts'
import { type Command, dataOption } from '../command.ts'
import { writeLines } from '../io.ts'
import { openReader } from '../open-reader.ts'
import { safeBytes } from '../safe-text.ts'

/** `why`: what is known of one machine, who told it, and the lines that prove it. */
export const why: Command = {
  usage: 'why ADDRESS --data DIR',
  does: 'show what is known of one machine, and the lines that prove it',
  options: dataOption,
  words: { least: 1, most: 1 },
  async run(given, io) {
    const [text = ''] = given.words
    const source = parseAddress(text)
    if (!source)
      throw new Fault(
        'bad-address',
        `${JSON.stringify(text)} is no address: write it like 192.0.2.7 or 2001:db8::7.`,
      )
    using store = openReader(given, io.cwd())
    const told = store.cells(source)
    if (told.length === 0) {
      await writeLines(io, [`Nobody told of ${source}.`])
      return 1
    }
    await writeLines(io, lines(source, told))
    return 0
  },
}

function* lines(source: string, told: readonly ToldCell[]): Generator<string> {
  const rows = sight(
    told.map(({ cell }) => cell),
    signatures,
    null,
  )
  yield source
  for (const { family, grade, reason, first, last } of rows) {
    yield `  ${family}: ${grade}, for ${reason}`
    yield `    first ${first}, last ${last}`
  }
  if (rows.length === 0) yield '  What it did proves nothing by itself.'
  for (const { submitter, cell } of told) {
    yield ''
    yield `  ${cell.hour}:00 UTC  ${cell.mark}  ${cell.identities.length}${cell.identities.length === 64 ? ' or more' : ''} requests, told by ${submitter} (sensor ${cell.sensor})`
    for (const { text } of cell.evidence)
      yield* text.split('\n').map(line => `    ${safeBytes(line)}`)
    if (cell.payloadHosts.length > 0)
      yield `    fetches from ${cell.payloadHosts.map(safeBytes).join(', ')}`
  }
}
