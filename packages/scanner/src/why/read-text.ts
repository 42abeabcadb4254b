import { fieldWords, type NearShape } from '@redalert/core'
import { indented } from '../report/indented.ts'
import { labelled } from '../report/labelled.ts'
import { shortened } from '../report/shortened.ts'
import { say, terminalBytes, terminalText, type TerminalText } from '../report/terminal.ts'
import type { View } from '../report/view.ts'
import { spaced } from '../report/table/seen.ts'
import { escapedText } from '../families/escaped-text.ts'
import { testedWords } from '../families/condition-text.ts'
import type { EntryStory, LineRead } from './line-story.ts'

const shownLines = 3

/** The format, and the fields that were found. */
export function* fieldLines(
  story: EntryStory,
  { width, paint }: View,
): Generator<TerminalText, void> {
  const { format, fields, at, clock, source, monthGuessed, cut } = story
  yield paint('heading', say`Read as ${terminalText(format)}`)
  yield* labelled(
    fields.map(({ field, raw }) => [
      withoutArticle(fieldWords[field]),
      shortened(terminalBytes(raw), (width - 20) * shownLines),
    ]),
    { width },
  )
  const sure = clock === 'known' ? say`` : say`, if its local time is UTC: --zone says what it is`
  yield* indented(say`From ${terminalText(source)} at ${spaced(at)} UTC${sure}.`, {
    width,
    indent: 2,
  })
  if (monthGuessed)
    yield* indented(say`Its date was read month first; it might be the other way round.`, {
      width,
      indent: 2,
    })
  if (cut) yield say`  The line was cut off: what stands at its end may have gone on.`
}

function withoutArticle(words: string): TerminalText {
  return terminalText(words.replace(/^(?:the|an|a) /, ''))
}

/** How the fields are decoded, layer by layer. */
export function* decodingLines(
  { decodings }: EntryStory,
  { width, paint }: View,
): Generator<TerminalText, void> {
  if (decodings.length === 0) return
  yield say``
  yield paint('heading', say`Decoded`)
  for (const { field, steps, tested } of decodings) {
    const room = (width - 20) * shownLines
    yield* labelled(
      [
        ...steps.map(
          (step, index) =>
            [
              index === 0 ? withoutArticle(fieldWords[field]) : say`  then`,
              shortened(index === 0 ? terminalBytes(step) : escapedText(step), room),
            ] as const,
        ),
        ...tested.map(
          ({ field: name, text }) =>
            [say`  tested as ${testedWords[name]}`, shortened(escapedText(text), room)] as const,
        ),
      ],
      { width },
    )
  }
}

/** What is said of a line that tells of no request. */
export function* unreadLines(
  read: Exclude<LineRead, { kind: 'entry' }>,
  { width, paint }: View,
): Generator<TerminalText, void> {
  switch (read.kind) {
    case 'header':
      yield say`A header line: it says how the lines below it are to be read.`
      return
    case 'skipped':
      yield say`Blank, or a comment.`
      return
    case 'event':
      yield* indented(say`A line of ${terminalText(read.format)} that tells of no request.`, {
        width,
        indent: 0,
      })
      return
    case 'unread':
      yield paint('heading', say`It cannot be read: ${terminalText(read.reason)}`)
      for (const shape of read.near) yield* nearLines(shape, width)
      yield* indented(
        say`redalert doctor suggests a format string for lines that no format reads.`,
        { width, indent: 0 },
      )
  }
}

function* nearLines(
  { format, reason, at, like }: NearShape,
  width: number,
): Generator<TerminalText, void> {
  const where = at === undefined ? say`` : say` (character ${at + 1})`
  yield* indented(
    say`It is not of the format ${terminalText(format)}: ${terminalText(reason)}${where}.`,
    {
      width,
      indent: 2,
    },
  )
  if (like !== undefined)
    yield* indented(say`whose lines look like ${shortened(terminalBytes(like), width * 2)}`, {
      width,
      indent: 4,
    })
}
