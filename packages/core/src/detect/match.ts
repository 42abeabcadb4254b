import type { LogEntry } from '../model/entry.ts'
import { keptPayloadHosts } from '../model/cell.ts'
import { cutMark, type Mark, type MarkField, type MarkId } from '../model/mark.ts'
import { isNobodyElses } from '../model/network.ts'
import type { MarkRule, Signature, Test, TestedField, When } from '../signatures/signature.ts'
import { decodeFields, type Fields } from './fields.ts'
import { isTelling } from './is-telling.ts'
import { lookAt } from './look-at.ts'
import { isScannerAgent, scannerMark } from './scanner.ts'
import { judgeField, type Outcome } from './test.ts'

/** A mark's rule made ready for many lines. */
export type Rule = {
  readonly id: MarkId
  readonly field: MarkField
  readonly conditions: readonly { readonly field: TestedField; readonly tests: readonly Test[] }[]
  readonly unless: readonly MarkId[]
  readonly door: boolean
}

/** Makes the marks of some families ready; a mark whose absence another needs comes before it. */
export function rules(signatures: readonly Signature[]): readonly Rule[] {
  const all = signatures.flatMap(({ marks }) =>
    Object.entries(marks).map(([id, rule]) => ruleOf(id, rule)),
  )
  const depths = depthsOf(all)
  const depth = ({ id }: Rule) => depths.get(id) ?? 0
  return all.toSorted((one, other) => depth(one) - depth(other))
}

/** How many others each rule waits for, one behind the other; a circle, which `signatures check` refuses, is cut somewhere. */
function depthsOf(all: readonly Rule[]): ReadonlyMap<MarkId, number> {
  const byId = new Map(all.map(rule => [rule.id, rule]))
  const depths = new Map<MarkId, number>()
  const visit = (id: MarkId): number => {
    const known = depths.get(id)
    if (known !== undefined) return known
    depths.set(id, 0)
    const below = byId.get(id)?.unless.filter(other => byId.has(other)) ?? []
    const depth = below.reduce((most, other) => Math.max(most, visit(other) + 1), 0)
    depths.set(id, depth)
    return depth
  }
  for (const { id } of all) visit(id)
  return depths
}

/** Every mark of an entry. Nothing else than the fields a mark names is looked at: not the status, not other lines. */
export function match(entry: LogEntry, ready: readonly Rule[]): readonly Mark[] {
  const fields = decodeFields(entry)
  const found: Mark[] = []
  const seen = new Set<MarkId>()
  for (const rule of ready) {
    const outcome = judgeRule(fields, rule)
    if (outcome === 'fails') continue
    if (rule.unless.some(id => seen.has(id) || seen.has(cutMark(id)))) continue
    const id = outcome === 'inside' ? cutMark(rule.id) : rule.id
    seen.add(id)
    const { fetched, hosts } = fields.payloadOf(rule.field)
    found.push({
      id,
      field: rule.field,
      payloadHosts: hosts.filter(host => !isNobodyElses(host)).slice(0, keptPayloadHosts),
      ownPayload: fetched.includes(entry.source),
      door: rule.door,
    })
  }
  return isScannerAgent(found.length > 0 ? fields.userAgent : undefined)
    ? [...found, ...scannerMarks(found)]
    : found
}

/** One for each field that made a mark, so that the requests of the one are those of the other. */
function scannerMarks(found: readonly Mark[]): readonly Mark[] {
  return [...new Set(found.map(({ field }) => field))].map(field => ({
    id: scannerMark,
    field,
    payloadHosts: [],
    ownPayload: false,
    door: false,
  }))
}

/** `inside` only when something that tells the family held whole before the text ended: a cut-off `GET /s` accuses nobody. */
function judgeRule(fields: Fields, { conditions, field: own }: Rule): Outcome {
  let inside = false
  let telling = false
  for (const { field, tests } of conditions) {
    const { text, cut } = lookAt(field, own, fields)
    const outcome = judgeField(text, tests, cut)
    if (outcome === 'fails') return 'fails'
    if (outcome === 'inside') inside = true
    else telling ||= tests.some(test => isTelling(field, test))
  }
  if (!inside) return 'holds'
  return telling ? 'inside' : 'fails'
}

/** What few requests pass stands first, and what costs most to read last. */
const triedFirst = [
  'path',
  'missing',
  'query',
  'userAgent',
  'referer',
  'method',
  'version',
  'payload',
] as const satisfies readonly TestedField[]

function ruleOf(id: MarkId, { when, unless = [], door }: MarkRule): Rule {
  const conditions = triedFirst.flatMap(field => {
    const test = when[field]
    return test ? [{ field, tests: listedTests(test) }] : []
  })
  return { id, field: markField(when), conditions, unless, door: door === true }
}

function listedTests(test: Test | readonly Test[]): readonly Test[] {
  return Array.isArray(test) ? (test as readonly Test[]) : [test as Test]
}

/** The field whose text makes the mark: a header only when nothing of the request is tested. */
export function markField(when: When): MarkField {
  if (when.missing) return 'missing'
  if (when.path || when.query) return 'target'
  return when.userAgent ? 'userAgent' : when.referer ? 'referer' : 'target'
}
