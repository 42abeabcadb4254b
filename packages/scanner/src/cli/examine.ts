import { diagnose } from '../doctor/diagnose.ts'
import type { ConfigFinding } from '../doctor/diagnosis.ts'
import { diagnosisJson } from '../doctor/diagnosis-json.ts'
import { diagnosisText } from '../doctor/diagnosis-text.ts'
import { examineLog } from '../doctor/examine-log.ts'
import type { Examined } from '../doctor/examined.ts'
import { readConfig } from '../doctor/config/read-config.ts'
import type { FileFault } from '../finding.ts'
import type { Run } from '../flags/invocation.ts'
import { findLogs } from '../read/find-logs.ts'
import { aside } from '../report/aside.ts'
import { safeJson } from '../report/safe-json.ts'
import type { Io } from './io.ts'
import { print } from './print.ts'
import { readContextOf } from './read-context-of.ts'
import { refuse } from './refuse.ts'
import { stopOnSignals } from './stop-on-signals.ts'
import { viewOf } from './view-of.ts'

/** `redalert doctor`: says what would make logs better witnesses, and gives the exit code. */
export async function examine({ options, words }: Run<'doctor'>, io: Io): Promise<number> {
  const { config, json, color } = options
  if (words.length === 0 && config.length === 0 && io.stdin.isTTY)
    return refuse('name a log, or - for the standard input: redalert doctor access.log', io)
  const names = words.length === 0 && config.length === 0 ? ['-'] : words
  const context = readContextOf(options)
  const faults: FileFault[] = []
  const tell = (fault: FileFault) => {
    faults.push(fault)
    io.stderr.write(`${aside(fault)}\n`)
  }
  const stop = stopOnSignals(io)
  const examined: Examined[] = []
  for (const found of await findLogs(names, { folder: io.cwd() })) {
    if (found.kind === 'fault') tell(found)
    if (found.kind !== 'log' || stop.signal.aborted) continue
    for await (const told of examineLog(found, { context, signal: stop.signal })) {
      if (told.kind === 'examined') examined.push(told)
      else if (told.kind === 'fault') tell(told)
    }
  }
  const configs: ConfigFinding[] = []
  for (const file of config) {
    const read = await readConfig(file, io.cwd())
    if ('kind' in read) tell(read)
    else configs.push({ file, ...read })
  }
  stop.end()
  const diagnosis = diagnose(examined, configs, context)
  const lines = json
    ? [...faults.map(safeJson), ...diagnosisJson(diagnosis)]
    : [...diagnosisText(diagnosis, viewOf(color, io))]
  const failure = await print(lines.map((line: string) => `${line}\n`).join(''), io)
  if (failure !== 0) return failure
  const isWell = diagnosis.advice.length === 0 && examined.every(({ unread }) => unread === 0)
  return stop.code() ?? (faults.length > 0 ? 2 : isWell ? 0 : 1)
}
