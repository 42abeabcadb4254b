import type { MarkId } from '../model/mark.ts'
import type { Grade } from '../model/sighting.ts'

/** Everything known about one family: what a reviewer must be convinced of, and what the owner of a machine is told. */
export type Signature = {
  readonly id: string
  readonly name: string
  readonly aliases: readonly string[]
  readonly years: string
  /** `worm`: a sender is infected by construction; `bot`: it spreads itself, and is also sent by scanners; `scanner`: mostly senders who look. */
  readonly class: 'worm' | 'bot' | 'scanner'
  readonly hole: Hole
  /** The machines that catch it, which need not be the machines it knocks at. */
  readonly devices: string
  /** The one kind of device that its exploit opens; a family that opens servers has none. Payloads for two kinds tell a bot that carries several exploits. */
  readonly device?: string
  /** When it is awake, and what a silence means. */
  readonly calendar: string
  readonly log: { readonly shows: string; readonly hides: string }
  /** Cleaning and patching are told apart: a reboot may clean and leave the hole. */
  readonly advice: { readonly clean: string; readonly patch: string }
  readonly references: readonly string[]
  readonly marks: Readonly<Record<MarkId, MarkRule>>
  /** Marks that another family's file holds and this one builds on. */
  readonly shares?: readonly MarkId[]
  /** What the marks prove, strongest first. */
  readonly proves: readonly Proof[]
}

/** The vulnerability that a family comes through. */
export type Hole = {
  /** A CVE where there is one. */
  readonly id: string
  readonly also?: readonly string[]
  readonly name: string
  /** The day CISA listed it among the known exploited vulnerabilities. */
  readonly kev?: string
  readonly advisories: readonly string[]
  readonly patch: string
}

/** When a request gives a mark, and the lines that prove it. */
export type MarkRule = {
  readonly when: When
  /** A back door: that this log's own server answered it with 200 is a question to the server's owner. */
  readonly door?: true
  /** Not when the request gives one of these marks, whole or cut. */
  readonly unless?: readonly MarkId[]
  readonly samples: {
    readonly positive: readonly string[]
    readonly negative: readonly { readonly why: string; readonly line: string }[]
  }
}

/** Tests on decoded fields; all must hold. */
export type When = { readonly [Field in TestedField]?: Test | readonly Test[] }

/**
 * The fields a mark may test. Paths are compared in lower case with forward slashes, queries and headers as they are.
 * `payload` is what the field that makes the mark tells its victim to do: nothing, `fetch`, or `fetch and run`.
 */
export type TestedField =
  | 'method'
  | 'path'
  | 'query'
  | 'version'
  | 'referer'
  | 'userAgent'
  | 'missing'
  | 'payload'

/** One literal test; a list of literals means any of them, and none of them for `lacks`. `orUnlogged`: holds too where the log does not keep the field. */
export type Test =
  | { readonly is: Literals; readonly orUnlogged?: true }
  | { readonly startsWith: Literals; readonly orUnlogged?: true }
  | { readonly endsWith: Literals; readonly orUnlogged?: true }
  | { readonly contains: Literals; readonly orUnlogged?: true }
  | { readonly lacks: Literals }
  | { readonly repeats: { readonly text: string; readonly times: number } }
  | { readonly absent: true }

export type Literals = string | readonly string[]

/** What some marks of one source prove together. The sentence `because` says it to a person; `{count}` becomes the number of different marks. */
export type Proof =
  | { readonly grade: Grade; readonly any: readonly MarkId[]; readonly because: string }
  | {
      readonly grade: Grade
      /** So many different ones within one hour or two adjoining ones. */
      readonly distinct: number
      readonly of: readonly Part[]
      readonly because: string
    }

/** A mark that counts; one with `unless` does not count beside the marks it may merely repeat. */
export type Part = MarkId | { readonly mark: MarkId; readonly unless: readonly MarkId[] }

/** The mark a part names. */
export function markOf(part: Part): MarkId {
  return typeof part === 'string' ? part : part.mark
}

/** Every mark from which a family is judged: those its proofs name. */
export function claims(signature: Signature): ReadonlySet<MarkId> {
  const known = claimed.get(signature) ?? claimedBy(signature)
  claimed.set(signature, known)
  return known
}

/** A scan judges many sources by the same few families. */
const claimed = new WeakMap<Signature, ReadonlySet<MarkId>>()

function claimedBy({ proves }: Signature): ReadonlySet<MarkId> {
  return new Set(proves.flatMap(proof => ('any' in proof ? proof.any : proof.of.map(markOf))))
}
