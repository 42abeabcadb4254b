import type { LogEntry } from '../model/entry.ts'
import { cutMark, type Mark, type MarkField, type MarkId } from '../model/mark.ts'
import type { MarkRule, Signature, Test, TestedField, When } from '../signatures/signature.ts'
import { decodeFields, type Fields } from './fields.ts'
import { payloadHosts } from './payload.ts'
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
  const byId = new Map(all.map(rule => [rule.id, rule]))
  return all.toSorted((one, other) => depthOf(one, byId, 0) - depthOf(other, byId, 0))
}

/** How many others a rule waits for; a circle, which `signatures check` refuses, ends at the number of rules. */
function depthOf({ unless }: Rule, byId: ReadonlyMap<MarkId, Rule>, depth: number): number {
  if (depth > byId.size) return depth
  const below = unless.map(id => byId.get(id)).filter(rule => rule !== undefined)
  return Math.max(depth, ...below.map(rule => depthOf(rule, byId, depth + 1)))
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
    const hosts = payloadHosts(fields)
    found.push({
      id,
      field: rule.field,
      payloadHosts: hosts,
      ownPayload: hosts.includes(entry.source),
      door: rule.door,
    })
  }
  return found
}

/** `inside` only when something that tells the family held whole before the text ended: a cut-off `GET /s` accuses nobody. */
function judgeRule(fields: Fields, { conditions }: Rule): Outcome {
  let inside = false
  let telling = false
  for (const { field, tests } of conditions) {
    const outcome = judgeField(fields[field], tests, fields.ends === field)
    if (outcome === 'fails') return 'fails'
    if (outcome === 'inside') inside = true
    else if (tellingFields.has(field)) telling = true
  }
  if (!inside) return 'holds'
  return telling ? 'inside' : 'fails'
}

const tellingFields: ReadonlySet<TestedField> = new Set([
  'path',
  'query',
  'referer',
  'userAgent',
  'missing',
])

function ruleOf(id: MarkId, { when, unless = [], door }: MarkRule): Rule {
  const conditions = Object.entries(when).map(([field, test]) => ({
    field: field as TestedField,
    tests: listedTests(test),
  }))
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
