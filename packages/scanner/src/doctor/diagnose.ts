import type { ReadContext } from '@redalert/core'
import { type Advice, adviceWords, type AdviceCode } from './advice.ts'
import { advise, isErrorLog } from './advise.ts'
import type { ConfigFinding, Diagnosis, LogFinding } from './diagnosis.ts'
import type { Examined } from './examined.ts'
import { remediesFor } from './remedies-for.ts'
import type { Server } from './server.ts'
import { suggestionsFor } from './suggest/suggestions-for.ts'

/** Says what logs and configurations lack, and what to write where. */
export function diagnose(
  examined: readonly Examined[],
  configs: readonly ConfigFinding[],
  context: ReadContext,
): Diagnosis {
  const onlyErrors = examined.length > 0 && examined.every(isOnlyErrors)
  const logs = examined.map((log): LogFinding => ({
    ...log,
    codes: [...advise(log, context), ...(onlyErrors ? ['access-log' as const] : [])],
    suggestions: suggestionsFor(log.unreadLines, context),
  }))
  const advice = adviceOf(logs, configs)
  return { logs, configs, advice, remedies: remediesOf(logs, configs) }
}

function isOnlyErrors({ formats, eventFormats }: Examined): boolean {
  const names = [...formats.map(({ format }) => format.name), ...eventFormats]
  return names.length > 0 && names.every(isErrorLog)
}

/** Each advice once, in the order of the list. */
function adviceOf(
  logs: readonly LogFinding[],
  configs: readonly ConfigFinding[],
): readonly Advice[] {
  const places = [
    ...logs.map(({ file, codes }) => ({ place: file, codes })),
    ...configs.flatMap(({ file, logs: configured }) =>
      configured.map(({ line, codes }) => ({ place: `${file}:${line}`, codes })),
    ),
  ]
  return (Object.keys(adviceWords) as AdviceCode[]).flatMap(code => {
    const files = places.filter(({ codes }) => codes.includes(code)).map(({ place }) => place)
    return files.length === 0 ? [] : [{ code, files }]
  })
}

/** Which server lacks what, and where its logs lie. */
type Case = {
  readonly servers: readonly Server[]
  readonly codes: readonly AdviceCode[]
  readonly folder: string
}

function remediesOf(
  logs: readonly LogFinding[],
  configs: readonly ConfigFinding[],
): Diagnosis['remedies'] {
  const cases: readonly Case[] = [
    ...configs.flatMap(({ server, logs: configured }) =>
      configured.map(({ codes, log }) => ({ servers: [server], codes, folder: folderOf(log) })),
    ),
    ...logs.map(log => ({
      servers: serversOf(log, logs),
      codes: log.codes,
      folder: folderOf(log.path ?? ''),
    })),
  ]
  const servers = [...new Set(cases.flatMap(each => each.servers))]
  return servers.flatMap(server => {
    const own = cases.filter(each => each.servers.includes(server) && each.codes.length > 0)
    const codes = [...new Set(own.flatMap(each => each.codes))]
    const isSure = own.some(each => each.servers.length === 1)
    return remediesFor(server, codes, own[0]?.folder ?? '').map(remedy => ({ ...remedy, isSure }))
  })
}

const common: readonly Server[] = ['apache', 'nginx']

/**
 * The servers that a log may be of. The common format may be of either of two, unless the logs beside it are all of one;
 * a log of columns or of JSON without a sign of its server is of none.
 */
function serversOf(
  { path, server, formats }: LogFinding,
  logs: readonly LogFinding[],
): readonly Server[] {
  if (server) return [server.server]
  const [main] = formats
  if (!main || main.format.name === 'w3c' || main.format.name === 'json-lines') return []
  const beside = logs.flatMap(other =>
    other.server && folderOf(other.path ?? '') === folderOf(path ?? '')
      ? [other.server.server]
      : [],
  )
  const likely = common.filter(each => beside.includes(each))
  return likely.length === 1 ? likely : common
}

/** The folder of a log, with the separator at its end. */
function folderOf(path: string): string {
  return path.slice(0, Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1)
}
