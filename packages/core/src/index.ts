export { decode, unescapeLog } from './detect/decode.ts'
export { decodeSteps } from './detect/decode-steps.ts'
export { type Condition, explain, type Explanation, type Trial } from './detect/explain.ts'
export { judge, type Verdict } from './detect/judge.ts'
export { match, type Rule, rules } from './detect/match.ts'
export { redact, withHeader } from './detect/redact.ts'
export { isScannerName, scannerMark } from './detect/scanner.ts'
export { sight } from './detect/sight.ts'
export * from './formats/index.ts'
export { familiesMarkdown } from './signatures/families-markdown.ts'
export { signatures, signaturesVersion } from './signatures/index.ts'
export type { Signature } from './signatures/signature.ts'
export { surest } from './signatures/surest.ts'
export { type Address, addressWords, parseAddress } from './model/address.ts'
export {
  type Cell,
  type CellKey,
  cellKey,
  type Evidence,
  keptEvidence,
  keptIdentities,
  keptPayloadHosts,
} from './model/cell.ts'
export type { Coverage } from './model/coverage.ts'
export type { Clock, Escapes, LogEntry } from './model/entry.ts'
export { type CoreFaultCode, Fault } from './model/fault.ts'
export { type Identity, identify } from './model/identity.ts'
export {
  type Hour,
  hourOf,
  type Instant,
  instantOfSeconds,
  nextHour,
  secondsOf,
  toInstant,
  type WallTime,
} from './model/instant.ts'
export { cutMark, type Mark, type MarkField, type MarkId, wholeMark } from './model/mark.ts'
export { addCell, mergeCells } from './model/merge.ts'
export { contains, type Network, parseNetwork, privateNetworks } from './model/network.ts'
export { countRequests, type Requests } from './model/requests.ts'
export { atLeast, type Grade, grades, type SetApart, type Sighting } from './model/sighting.ts'
export { type HostName, isHostName, parseSource, type Source } from './model/source.ts'
export type { Untrusted } from './model/untrusted.ts'
