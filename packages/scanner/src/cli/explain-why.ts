import { existsSync } from 'node:fs'
import { hostname } from 'node:os'
import { resolve } from 'node:path'
import type { Families } from '@redalert/core'
import type { FileFault, FileRemark } from '../finding.ts'
import type { Run } from '../flags/invocation.ts'
import { findLogs } from '../read/find-logs.ts'
import { standardInput } from '../read/standard-input.ts'
import { aside } from '../report/aside.ts'
import { safeJson } from '../report/safe-json.ts'
import { writeToStream } from '../report/write-to-stream.ts'
import { type Asked, askedFor } from '../why/asked.ts'
import { explainGiven } from '../why/explain-given.ts'
import { explainLines } from '../why/explain-lines.ts'
import { explainSource } from '../why/explain-source.ts'
import type { LineStory } from '../why/line-story.ts'
import { lineText } from '../why/line-text.ts'
import type { SourceStory } from '../why/source-story.ts'
import { sourceText } from '../why/source-text.ts'
import { storyJson } from '../why/story-json.ts'
import { familiesOf } from './families-of.ts'
import type { Io } from './io.ts'
import { failureOf } from './print.ts'
import { readContextOf } from './read-context-of.ts'
import { refuse } from './refuse.ts'
import { type Stop, stopOnSignals } from './stop-on-signals.ts'
import { viewOf } from './view-of.ts'

type Options = Run<'why'>['options']
type Told = FileFault | FileRemark | LineStory | SourceStory

/** `redalert why`: says everything that led to a judgement, and gives the exit code. */
export async function explainWhy({ options, words }: Run<'why'>, io: Io): Promise<number> {
  const asked = askedFor(words, name => existsSync(resolve(io.cwd(), name)))
  if (asked.kind === 'wrong') return refuse(asked.message, io)
  const families = await familiesOf(options.signatures, io)
  if (!families) return 2
  const stop = stopOnSignals(io)
  const outcome = { marks: 0, faults: 0 }
  const told = counting(explained(asked, { options, families, stop, io }), outcome)
  const written = await writeToStream(io.stdout, textOf(told, options, io))
  stop.end()
  const failure = failureOf(written, io)
  const code = outcome.faults > 0 ? 2 : outcome.marks > 0 ? 0 : 1
  return stop.code() ?? failure ?? code
}

type Explaining = {
  readonly options: Options
  readonly families: Families
  readonly stop: Stop
  readonly io: Io
}

async function* explained(
  asked: Exclude<Asked, { kind: 'wrong' }>,
  { options, families, stop, io }: Explaining,
): AsyncGenerator<Told, void> {
  const context = readContextOf(options)
  const common = { context, signatures: families.list, signal: stop.signal }
  switch (asked.kind) {
    case 'line':
      yield explainGiven(asked.text, context, families.list)
      return
    case 'input':
      yield* explainLines(standardInput(), undefined, common)
      return
    case 'places':
      for (const { file, number } of asked.places) {
        for (const found of await findLogs([file], { folder: io.cwd() })) {
          if (found.kind === 'log') yield* explainLines(found, number, common)
          else yield found
        }
      }
      return
    case 'source': {
      const found = await findLogs(asked.names, { folder: io.cwd() })
      yield* found.filter(each => each.kind !== 'log')
      const logs = found.filter(each => each.kind === 'log')
      const { raw } = options
      yield* explainSource(asked.source, logs, { ...common, sensor: hostname(), raw })
    }
  }
}

/** Counts what decides the exit code. */
async function* counting(
  told: AsyncIterable<Told>,
  outcome: { marks: number; faults: number },
): AsyncGenerator<Told, void> {
  for await (const each of told) {
    if (each.kind === 'fault') outcome.faults++
    if (each.kind === 'line' && each.read.kind === 'entry') outcome.marks += each.read.marks.length
    if (each.kind === 'source') outcome.marks += each.cells.length
    yield each
  }
}

async function* textOf(
  told: AsyncIterable<Told>,
  { json, color }: Options,
  io: Io,
): AsyncGenerator<string, void> {
  const view = viewOf(color, io)
  let isFirst = true
  for await (const each of told) {
    if (each.kind === 'fault' || each.kind === 'remark') {
      io.stderr.write(`${aside(each)}\n`)
      if (json) yield `${safeJson(each)}\n`
      continue
    }
    if (json) {
      yield `${storyJson(each)}\n`
      continue
    }
    if (!isFirst) yield '\n'
    isFirst = false
    const lines = each.kind === 'line' ? lineText(each, view) : sourceText(each, view)
    yield [...lines].map(line => `${line}\n`).join('')
  }
}
