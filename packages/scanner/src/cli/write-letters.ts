import { randomBytes } from 'node:crypto'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { hostname } from 'node:os'
import { type Address, atLeast, type Instant, instantOfSeconds, isHostName } from '@redalert/core'
import {
  type FindOwner,
  type FoundOwner,
  type LeftOutReason,
  type LetterOptions,
  letters,
  type Mailbox,
  parseMailbox,
} from '@redalert/notices'
import { type Answerable, owner, tellOwner } from '@redalert/owners'
import type { Finding, Row } from '../finding.ts'
import type { Run } from '../flags/invocation.ts'
import { findLogs } from '../read/find-logs.ts'
import { ofTime } from '../read/of-time.ts'
import { amount } from '../report/amount.ts'
import { terminalText } from '../report/terminal.ts'
import { scan } from '../scan.ts'
import { asides } from './asides.ts'
import { consent } from './consent.ts'
import type { Io } from './io.ts'
import { ownerParts } from './owner-parts.ts'
import { print } from './print.ts'
import { readContextOf } from './read-context-of.ts'
import { refuse } from './refuse.ts'
import { questionOf, refusedList } from './tell-owners.ts'

type Options = Run<'letters'>['options']

/** `redalert letters`: scans, finds the owners and writes a letter to each; sends nothing. */
export async function writeLetters({ options, words }: Run<'letters'>, io: Io): Promise<number> {
  const { out, form } = options
  const from = mailboxOf(options.from ?? io.env.EMAIL)
  const days = Number(options.staleAfter)
  if (out === undefined) return refuse('name the folder for the letters: --out letters', io)
  if (!from) return refuse('say who writes, so that owners can answer: --from you@example.org', io)
  if (!(days > 0)) return refuse(`--stale-after ${options.staleAfter} is no number of days`, io)
  const { rows, faults } = await rowsOf(options, words, io)
  const told = rows.filter(({ grade, setApart }) => atLeast(grade, 'likely') && setApart === null)
  try {
    const now = instantOfSeconds(Date.now() / 1000) as Instant
    const settings = { from, now, form, staleAfterDays: days, random: randomBytes }
    const sighted = new Set(rows.map(({ source }) => source).filter(source => !isHostName(source)))
    const owners = await ownersOf(await asked(told, settings), { ...options, sighted }, io)
    const folder = resolve(io.cwd(), out)
    mkdirSync(folder, { recursive: true })
    const written: string[] = []
    const left = new Map<LeftOutReason, number>()
    for await (const each of letters(told, address => owners.get(address), settings)) {
      if (each.kind === 'left-out') left.set(each.reason, (left.get(each.reason) ?? 0) + 1)
      else {
        writeFileSync(join(folder, each.file), each.eml, { flag: 'wx' })
        written.push(`${join(out, each.file)}  to ${each.to}: ${amount(each.machines, 'machine')}`)
      }
    }
    await print(summary(written, left), io)
    if (faults > 0) return 2
    return written.length > 0 ? 0 : 1
  } catch (error) {
    if (error instanceof Error && 'code' in error && 'syscall' in error && error.code !== 'ENOENT')
      return refuse(`the letters could not be written: ${error.message}`, io)
    return refusedList(error, io)
  }
}

function mailboxOf(text: string | undefined): Mailbox | undefined {
  return text === undefined ? undefined : parseMailbox(text)
}

async function rowsOf(options: Options, words: readonly string[], io: Io) {
  const { trustedProxy, scanner, family, mine, since, until } = options
  const found = ofTime(await findLogs(words, { folder: io.cwd() }), options)
  const rows: Row[] = []
  const { tell, end } = asides(io)
  let faults = 0
  const findings: AsyncIterable<Finding> = scan(found, {
    sensor: options.sensor ?? hostname(),
    clock: () => performance.now() / 1000,
    context: readContextOf(options),
    families: family,
    proxies: trustedProxy,
    scanners: scanner,
    mine,
    since,
    until,
  })
  for await (const finding of findings) {
    if (finding.kind === 'sighting') rows.push(finding)
    if (finding.kind === 'fault') faults++
    if (finding.kind === 'fault' || finding.kind === 'remark') tell(finding)
  }
  end()
  return { rows, faults }
}

/** The sources for which an owner is needed at all: nobody is asked about a machine that no letter will tell of. */
async function asked(rows: readonly Row[], settings: LetterOptions): Promise<readonly Address[]> {
  const addresses = new Set<Address>()
  const note: FindOwner = address => {
    addresses.add(address)
    return undefined
  }
  // Without owners every row is left out, and the owner is asked for last.
  for await (const _ of letters(rows, note, settings));
  return [...addresses]
}

/** Who answers for the sources; whom nobody answers for is told on the standard error. */
async function ownersOf(
  addresses: readonly Address[],
  options: Options & { readonly sighted: ReadonlySet<Address> },
  io: Io,
): Promise<ReadonlyMap<Address, FoundOwner>> {
  const lookup =
    options.lookup || (addresses.length > 0 && (await consent(questionOf(addresses), io)))
  const parts = await ownerParts({ ...options, lookup, own: options.mine }, io)
  const found = new Map<Address, FoundOwner>()
  for await (const each of owner(addresses, parts)) {
    if (each.kind === 'owner' && !each.handling) found.set(each.address, foundOwner(each))
    else
      io.stderr.write(
        `${tellOwner(each)
          .map(line => `redalert: note: ${terminalText(line)}`)
          .join('\n')}\n`,
      )
  }
  return found
}

function foundOwner({ contact, country, asns, preferences }: Answerable): FoundOwner {
  const [asn] = asns ?? []
  return {
    address: contact.mailbox,
    why: contact.path,
    ...(country !== undefined && { country }),
    ...(preferences?.language !== undefined && { language: preferences.language }),
    ...(asn !== undefined && { asn }),
  }
}

const reasons: Readonly<Record<LeftOutReason, string>> = {
  mine: 'yours',
  scanner: 'known scanners',
  proxy: 'your proxies',
  name: 'logged by name, not by address',
  probe: 'a probe proves nothing about its sender',
  assumed: 'the log names no zone: give --zone',
  stale: 'too long ago: the address may be somebody else’s by now (--stale-after)',
  future: 'in the future, by a wrong clock',
  'no-owner': 'nobody was found who answers for it',
  'no-mail-address': 'the owner has no mail address',
  'unknown-family': 'of a family that has no dossier',
}

function summary(written: readonly string[], left: ReadonlyMap<LeftOutReason, number>): string {
  const lines: string[] = written.map(line => terminalText(line))
  for (const [reason, rows] of left)
    lines.push(`left out: ${amount(rows, 'row')}: ${reasons[reason]}`)
  lines.push(
    written.length === 0
      ? 'No letter was written.'
      : `${amount(written.length, 'letter')} written, nothing was sent: open them in your mail program, read them, send them.`,
  )
  return `${lines.join('\n')}\n`
}
