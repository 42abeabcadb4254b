export { owner } from './owner.ts'
export type { OwnerOptions, OwnerParts, OwnerProgress } from './owner/owner-parts.ts'
export { type OpenOptions, openOwners } from './open-owners.ts'
export { publicDialer } from './public-dialer.ts'
export { refuseExercise } from './refuse-exercise.ts'
export { tellOwner } from './owner/tell-owner.ts'
export { type OwnerFaultCode, ownerFaults } from './fault.ts'

export type { Candidate } from './model/candidate.ts'
export type { Clue, SourceName } from './model/clue.ts'
export type { Certainty, Found, Leg, Question } from './model/found.ts'
export type { Holding } from './model/holding.ts'
export { domainOf, type Mailbox, parseMailbox } from './model/mailbox.ts'
export type {
  Answerable,
  Held,
  NeverTold,
  Origin,
  OwnAlarm,
  Owner,
  Queued,
  Unroutable,
} from './model/owner.ts'
export type { Preferences } from './model/preferences.ts'
export { type Choice, choose } from './choose/choose.ts'
export { enough } from './choose/score.ts'

export {
  exerciseNeverList,
  type NeverAction,
  type NeverEntry,
  type NeverList,
  neverList,
  type OwnLists,
} from './never/never-list.ts'
export { readNeverList } from './never/read-never-list.ts'
export type { Override } from './override/override.ts'
export { readOverrides } from './override/read-overrides.ts'
export type { CertTable, CertTeam } from './cert/cert-table.ts'
export { readCertTable } from './cert/read-cert-table.ts'

export { type Block, blockOf, inOneBlock } from './ranges/block.ts'
export { holds, parseRange, type Range, rangeBetween, rangeText } from './ranges/range.ts'
export { type GrowingRanges, growingRanges } from './ranges/growing-ranges.ts'

export { openCacheFile } from './cache/cache-file.ts'
export type { CacheRecord } from './cache/cache-record.ts'
export {
  type Cached,
  type RangeCache,
  rangeCache,
  type RangeCacheParts,
} from './cache/range-cache.ts'

export type { AboutTable, AddressTable } from './bulk/address-table.ts'
export { type LoadOptions, type LoadStep, loadBulk } from './bulk/load-bulk.ts'
export { type Bulk, type BulkStatus, openBulk } from './bulk/open-bulk.ts'

export {
  manners,
  type Manners,
  type MannersParts,
  type Outcome,
  type RegistryStatus,
  type Stop,
  type Turn,
} from './manners/manners.ts'
export type { Dialer } from './network/dialer.ts'
export { dial, type Dialled } from './network/dial.ts'
export { type Guard, guard, type GuardParts, type Verdict } from './network/guard.ts'
export { learnHosts } from './network/learn-hosts.ts'
export { type Limits, usualLimits } from './network/limits.ts'
export { loopbackReach, publicReach, type Reach } from './network/reach.ts'
export { resolverAt, systemResolver } from './network/resolver.ts'
export { registryHosts } from './registries/registry-hosts.ts'
export {
  type Bootstrap,
  bootstrap,
  type BootstrapFile,
  readBootstrapFile,
  shippedBootstrap,
} from './registries/bootstrap.ts'
export { refreshBootstrap, type Refreshed } from './registries/refresh-bootstrap.ts'
export { registries } from './registries/registries.ts'
export type { Pace, Registry } from './registries/registry.ts'
export type { OwnerSource, Plan } from './sources/owner-source.ts'
