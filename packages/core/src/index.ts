export {
  type Appeal,
  appealLimits,
  type AppealText,
  type AppealTo,
  appealVersion,
} from './appeal/appeal.ts'
export { appealFault } from './appeal/appeal-fault.ts'
export { broughtFamilies } from './appeal/brought-families.ts'
export { familiesWith } from './appeal/families-with.ts'
export { takenName } from './appeal/taken-name.ts'
export { appealMessage } from './appeal/appeal-message.ts'
export { type LogSpan, mayAnswer } from './appeal/may-answer.ts'
export { appealSchema } from './appeal/appeal-schema.ts'
export { type AppealReading, readAppeal, type VerifySignature } from './appeal/read-appeal.ts'
export {
  type RefusedFamily,
  type WantedFamilies,
  wantedFamilies,
} from './appeal/wanted-families.ts'
export { decode, unescapeLog } from './detect/decode.ts'
export { decodeSteps } from './detect/decode-steps.ts'
export { type Condition, explain, type Explanation, type Trial } from './detect/explain.ts'
export { decodeFields, type Fields } from './detect/fields.ts'
export { judge, type Verdict } from './detect/judge.ts'
export { knownLiterals } from './detect/known-literals.ts'
export { type Literals, literals, type Sought } from './detect/literals.ts'
export { match, type Rule, rules } from './detect/match.ts'
export { isNeedless, leastSecond } from './detect/needless.ts'
export { redact, withHeader } from './detect/redact.ts'
export { isScannerName, scannerMark } from './detect/scanner.ts'
export { sight } from './detect/sight.ts'
export { type Lack, type Standing, toBeSurer } from './detect/to-be-surer.ts'
export * from './formats/index.ts'
export { convince } from './proof/convince.ts'
export { type FormReading, readForm } from './proof/form.ts'
export type { Objection, Path } from './proof/objection.ts'
export { type Families, knownFamilies } from './signatures/families.ts'
export { familiesMarkdown } from './signatures/families-markdown.ts'
export { signatures, signaturesVersion } from './signatures/index.ts'
export {
  claims,
  markOf,
  type Part,
  type Proof,
  type Signature,
  type Test,
  type TestedField,
  type When,
} from './signatures/signature.ts'
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
export { addCoverage } from './model/add-coverage.ts'
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
export { addCell, mergeCells, smallest } from './model/merge.ts'
export { murmur3 } from './model/murmur3.ts'
export { nearestName } from './model/nearest-name.ts'
export {
  contains,
  containsWords,
  type Network,
  parseNetwork,
  privateNetworks,
} from './model/network.ts'
export { countRequests, type Requests } from './model/requests.ts'
export { atLeast, type Grade, grades, type SetApart, type Sighting } from './model/sighting.ts'
export { type HostName, isHostName, parseSource, type Source } from './model/source.ts'
export type { Untrusted } from './model/untrusted.ts'
export { fromByteText, toByteText } from './model/byte-text.ts'
export type { Status, StatusCount } from './model/status.ts'
export type { Account, Receipt, Refused, Repaired } from './model/receipt.ts'
export { type Submission, submissionLimits, submissionVersion } from './model/submission.ts'
export { submissionSchema } from './model/submission-schema.ts'
export { type PlainSubmission, submissionOf, writeSubmission } from './model/submission-text.ts'
export {
  bytesOfPlain,
  cellOfPlain,
  type Encoded,
  evidenceOfPlain,
  type PlainCell,
  type PlainEvidence,
  plainBytes,
  plainCell,
  plainEvidence,
} from './model/plain-cell.ts'
