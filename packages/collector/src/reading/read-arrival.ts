import {
  type Account,
  type Families,
  formatNamed,
  fromByteText,
  knownFamilies,
  parseZone,
  type PlainSubmission,
  type ReadContext,
  type Repaired,
  submissionOf,
} from '@redalert/core'
import type { Hints } from '../arrival.ts'
import { decodeText } from '../letters/decode-text.ts'
import { readLetter } from '../letters/read-letter.ts'
import { type RepairKind, repairKinds } from '../letters/repair-kinds.ts'
import { splitLines } from '../letters/split-lines.ts'
import { packCells } from '../told/pack-cells.ts'
import { emptyAccount } from '../told/empty-account.ts'
import type { Told } from '../told/told.ts'
import { unpack } from '../unpacking/unpack.ts'
import { type Matcher, matcher } from '../verify/matcher.ts'
import type { SentLine, Verified } from '../verify/verify-lines.ts'
import { verifyLines } from '../verify/verify-lines.ts'
import { verifySubmission } from '../verify/verify-submission.ts'
import type { Verifying } from '../verify/verifying.ts'
import { submissionErrors } from './submission-errors.ts'

/** What of an arrival is read. */
export type Readable = {
  readonly shape: 'mail' | 'body'
  readonly hints: Hints
  readonly body: Uint8Array
}

/** How much a body may hold when it is unpacked. */
export const mostUnpackedBytes = 64 * 1024 * 1024

/** The sensor of whoever names none. */
const onlySensor = 'log'

/** The matcher of each set of families that was read with. */
const matchers = new WeakMap<Families, Matcher>()

function matcherOf({ families = knownFamilies }: Verifying): Matcher {
  const match = matchers.get(families) ?? matcher(families)
  matchers.set(families, match)
  return match
}

/** Reads and verifies what arrived. It always gives an account; what could not be read is said there. */
export async function readArrival(arrival: Readable, verifying: Verifying): Promise<Told> {
  return arrival.shape === 'mail'
    ? await readMail(arrival, verifying)
    : await readBody(arrival, verifying)
}

async function readMail({ hints, body }: Readable, verifying: Verifying): Promise<Told> {
  const letter = await readLetter(body)
  const context = contextOf({ ...hints, zone: hints.zone ?? letter.zone })
  const advice = [...letter.advice, ...context.advice]
  const sensor = letter.sensor ?? hints.sensor ?? onlySensor
  const match = matcherOf(verifying)
  const found = verifyLines(letter.lines, { ...verifying, context: context.context, match, sensor })
  return told('line', found, { repairs: letter.repairs, advice, skipped: letter.skipped })
}

async function readBody({ hints, body }: Readable, verifying: Verifying): Promise<Told> {
  const unpacked = await unpack(body, mostUnpackedBytes)
  if (unpacked.kind === 'too-large')
    return unread('It holds more than may be sent at once: send it in parts.')
  if (unpacked.kind === 'broken')
    return unread(`It is packed with ${unpacked.packing}, and damaged: send it again.`)
  const repairs = new Map<RepairKind, number>()
  if (unpacked.kind !== 'plain' && unpacked.kind !== hints.packing) repairs.set(unpacked.kind, 1)
  const [first] = unpacked.files
  if (first && unpacked.files.length === 1 && looksLikeSubmission(first)) {
    return readSubmission(first, verifying)
  }
  const lines: SentLine[] = []
  for (const file of unpacked.files) {
    const decoded = decodeText(file, undefined)
    if (!decoded) return unread('It is not text that can be read.')
    for (const repair of decoded.repairs) repairs.set(repair, (repairs.get(repair) ?? 0) + 1)
    const split = splitLines(decoded.text, lines.at(-1)?.number ?? 0)
    if (split.isCrOnly) repairs.set('cr-only', 1)
    for (const line of split.lines) lines.push(line)
  }
  const { context, advice } = contextOf(hints)
  const sensor = hints.sensor ?? onlySensor
  const match = matcherOf(verifying)
  return told('line', verifyLines(lines, { ...verifying, context, match, sensor }), {
    repairs,
    advice,
    skipped: 0,
  })
}

function readSubmission(bytes: Uint8Array, verifying: Verifying): Told {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('utf8')
  let plain: unknown
  try {
    plain = JSON.parse(text)
  } catch {
    return unread('It begins like a submission and is no JSON: it may have been cut off.')
  }
  const wrong = submissionErrors(plain)
  if (wrong) return unread(`It is no submission as docs/protocol.md describes it: ${wrong}.`)
  const match = matcherOf(verifying)
  const found = verifySubmission(submissionOf(plain as PlainSubmission), { ...verifying, match })
  return told('cell', found, { repairs: new Map(), advice: [], skipped: 0 })
}

/** An object whose kind says so; a line of a JSON log is one too, and says another or none. */
function looksLikeSubmission(bytes: Uint8Array): boolean {
  const head = Buffer.from(bytes.subarray(0, 200)).toString('latin1').replaceAll(/\s/g, '')
  return head.startsWith('{') && head.includes('"kind":"submission"')
}

function contextOf({ format, zone }: { readonly [Name in keyof Hints]: Hints[Name] | undefined }): {
  readonly context: ReadContext
  readonly advice: readonly string[]
} {
  const advice: string[] = []
  const named =
    format === undefined || format.toLowerCase() === 'auto' ? undefined : formatNamed(format)
  if (named && 'wrong' in named) advice.push(`The format was not used: ${named.wrong}.`)
  const parsed = zone === undefined ? undefined : parseZone(zone)
  if (zone !== undefined && !parsed)
    advice.push(`The zone was not used: there is none named ${shown(zone)}.`)
  const known = named && !('wrong' in named) ? { format: named } : {}
  return { context: { ...known, ...(parsed && { zone: parsed }) }, advice }
}

/** Whatever a stranger named, short and in plain letters. */
function shown(text: string): string {
  return JSON.stringify((fromByteText(text) ?? text).slice(0, 40).replaceAll(/[^\x20-\x7e]/g, '?'))
}

type Found = {
  readonly repairs: ReadonlyMap<RepairKind, number>
  readonly advice: readonly string[]
  readonly skipped: number
}

function told(unit: Account['unit'], found: Verified, { repairs, advice, skipped }: Found): Told {
  const { cells, coverage, counts } = found
  const account: Account = {
    ...emptyAccount(unit),
    ...counts,
    units: counts.units + skipped,
    skipped: counts.skipped + skipped,
    repaired: [...repairs].map(([repair, count]): Repaired => ({
      repair,
      because: repairKinds[repair],
      count,
    })),
    advice,
  }
  return { account, cells: packCells(cells.values()), coverage }
}

function unread(advice: string): Told {
  return {
    account: { ...emptyAccount('line'), advice: [advice] },
    cells: packCells([]),
    coverage: [],
  }
}
