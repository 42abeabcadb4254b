import { amount, grouped } from '../report/amount.ts'
import { indented } from '../report/indented.ts'
import { joined } from '../report/joined.ts'
import { shortened } from '../report/shortened.ts'
import { spaced } from '../report/table/seen.ts'
import { say, terminalBytes, terminalText, type TerminalText } from '../report/terminal.ts'
import type { View } from '../report/view.ts'
import { wrap } from '../report/wrap.ts'
import { type Advice, adviceWords } from './advice.ts'
import type { ConfigFinding, Diagnosis, LogFinding } from './diagnosis.ts'
import { serverNames } from './server.ts'

/** What the doctor says, for people. */
export function* diagnosisText(diagnosis: Diagnosis, view: View): Generator<TerminalText, void> {
  const { logs, configs, advice, remedies } = diagnosis
  const { width, paint } = view
  for (const log of logs) yield* wrap(logText(log), width)
  for (const config of configs) yield* wrap(configText(config), width)
  const unread = logs.filter(log => log.unread > 0)
  if (advice.length === 0 && unread.length === 0) {
    yield say``
    yield* wrap(goodText(diagnosis), width)
    return
  }
  if (advice.length > 0) {
    yield say``
    yield paint('heading', say`What would make them better witnesses`)
    for (const [index, each] of advice.entries()) yield* adviceLines(each, index + 1, view)
  }
  for (const remedy of remedies) yield* remedyLines(remedy, diagnosis, view)
  for (const log of unread) yield* unreadLines(log, view)
}

function goodText({ logs, configs }: Diagnosis): TerminalText {
  if (logs.length + configs.length === 0) return say`Nothing was looked at.`
  return say`Nothing is missing: these are good witnesses.`
}

function logText({ file, server, formats, lines, events, unread, more }: LogFinding): TerminalText {
  const names = formats.map(({ format }) => terminalText(format.name))
  const none = events > 0 || lines === 0 ? say`no request in it` : say`of no known format`
  const read = names.length === 0 ? none : joined(names, say` and `)
  const by = server
    ? say`, by ${terminalText(serverNames[server.server])} (${terminalText(server.because)})`
    : say``
  const looked = more ? say`the first ${amount(lines, 'line')}` : amount(lines, 'line')
  const rest = events > 0 ? say`, ${grouped(events)} of them no requests` : say``
  const bad = unread > 0 ? say`${grouped(unread)} unread` : say`all read`
  return say`${terminalText(file)}: ${read}${by}; ${looked}${rest}, ${bad}`
}

function configText({ file, server, logs, includes }: ConfigFinding): TerminalText {
  const names = joined(
    logs.map(({ log }) => terminalText(log)),
    say`, `,
  )
  const writes = logs.length === 0 ? say`it writes no access log` : say`it writes ${names}`
  const beside =
    includes.length === 0
      ? say``
      : say`; it includes ${joined(includes.map(terminalText), say`, `)}, which is not looked at`
  return say`${terminalText(file)}: a configuration of ${terminalText(serverNames[server])}; ${writes}${beside}`
}

const shownFiles = 3

function* adviceLines(
  { code, files }: Advice,
  number: number,
  { width, paint }: View,
): Generator<TerminalText, void> {
  const { what, why } = adviceWords[code]
  const shown = joined(files.slice(0, shownFiles).map(terminalText), say`, `)
  const others = files.length - shownFiles
  const where = others > 0 ? say`${shown} and ${amount(others, 'other')}` : shown
  yield say``
  for (const line of wrap(say`${number}. ${terminalText(what)} (${where})`, width))
    yield paint('heading', line)
  yield* indented(terminalText(why), { width, indent: 3 })
}

function* remedyLines(
  { server, for: codes, where, lines, note, isSure }: Diagnosis['remedies'][number],
  { advice }: Diagnosis,
  { width, paint }: View,
): Generator<TerminalText, void> {
  const numbers = codes.map(code => advice.findIndex(each => each.code === code) + 1)
  const told = joined(numbers.toSorted((one, other) => one - other).map(grouped), say`, `)
  const start = isSure ? say`For ` : say`If it is `
  yield say``
  const title = say`${start}${terminalText(serverNames[server])} (${told}): write this ${terminalText(where)}`
  for (const line of wrap(title, width)) yield paint('heading', line)
  // Lines to be copied are never broken.
  for (const line of lines) yield say`    ${terminalText(line.replaceAll('\t', '    '))}`
  yield* indented(terminalText(note), { width, indent: 3 })
}

function* unreadLines(
  { file, unread, unreadLines: some, suggestions }: LogFinding,
  { width, paint }: View,
): Generator<TerminalText, void> {
  yield say``
  yield paint('heading', say`${terminalText(file)}: ${amount(unread, 'line')} that no format reads`)
  yield* indented(shortened(terminalBytes(some[0] ?? ''), width * 2), { width, indent: 3 })
  for (const { format, reads, of, example } of suggestions) {
    const { source, at, clock, method = '', target = '' } = example
    const zone = clock === 'assumed' ? say` if its local time is UTC (--zone)` : say``
    const request = shortened(terminalBytes(`${method} ${target}`.trim()), width)
    yield* indented(
      say`${grouped(reads)} of ${grouped(of)} are read with this format string; the first then says: ${terminalText(source)}, ${spaced(at)} UTC${zone}, ${request}`,
      { width, indent: 3 },
    )
    yield say`    redalert scan --format ${terminalText(shellQuoted(format))} ${terminalText(shellQuoted(file))}`
  }
  if (suggestions.length === 0)
    yield* indented(
      say`No format string can be told from them: it takes a client's address, a time and a request in one line.`,
      { width, indent: 3 },
    )
}

/** As a shell on Unix takes it for one word. */
function shellQuoted(text: string): string {
  return /^[\w./-]+$/.test(text) ? text : `'${text.replaceAll("'", `'\\''`)}'`
}
