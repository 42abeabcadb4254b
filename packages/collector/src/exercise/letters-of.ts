import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { headerText, parseMailbox } from '@redalert/notices'
import { exerciseNeverList, openOwners, rangeCache, readOverrides } from '@redalert/owners'
import { openLedger } from '../ledger/open-ledger.ts'
import { parseMessage } from '../letters/mime/parse-message.ts'
import { standardLimits } from '../outbox/planning/standard-limits.ts'
import { standardPolicy } from '../policy/standard-policy.ts'
import { tellKnown } from '../telling/tell-known.ts'
import type { ExerciseOptions } from './exercise-options.ts'

/** The registry of the exercise: who answers for the documentation addresses. */
const registry = `
192.0.2.0/24      abuse@hoster.example      language=en  the hoster of the exercise
198.51.100.0/24   abuse@university.example  language=en  the university of the exercise
203.0.113.0/24    abuse@provider.example    language=en  the provider of the exercise
`

/** Finds the owners of what was confirmed, makes their letters, and shows the outbox and one letter. Nothing is sent. */
export async function lettersOf(
  options: Pick<ExerciseOptions, 'folder' | 'clock' | 'random'>,
): Promise<readonly string[]> {
  const { folder, clock, random } = options
  const number = () => Buffer.from(random(4)).readUInt32LE() / 2 ** 32
  const config = {
    policy: {
      ...standardPolicy(),
      foreign: 'tell' as const,
      settle_hours: 0,
      open_from: 0,
      open_until: 24,
    },
    outbox: standardLimits(),
  }
  const mailbox = parseMailbox('redalert desk <redalert@collector.example>')
  if (!mailbox) throw new TypeError('the mailbox of the exercise is one')
  const problems: unknown[] = []
  await tellKnown({
    folder,
    config,
    owners: openOwners({
      never: exerciseNeverList(),
      cache: rangeCache({ now: clock, random: number }),
      now: clock,
      random: number,
      sleep: (milliseconds, signal) => setTimeout(milliseconds, undefined, { signal }),
      overrides: readOverrides(registry, 'the registry of the exercise'),
    }),
    teams: new Map(),
    sender: { kind: 'desk', mailbox, organisation: headerText('The exercise of redalert') },
    clock,
    random,
    isStopped: () => false,
    report: error => problems.push(error),
  })
  if (problems.length > 0) throw problems[0]
  using ledger = openLedger(join(folder, 'cases.db'))
  // They are made in any order, and their cases numbered in it: every exercise shall say the same.
  const letters = [...ledger.letterbox.letters({})].toSorted((one, other) =>
    one.mailbox < other.mailbox ? -1 : 1,
  )
  const [first] = letters
  const text = first ? await textOf(ledger.letterbox.mail(first.id)) : []
  return [
    'The owners of what is confirmed were looked up, and letters to them wait in the outbox until a',
    'person lets them go:',
    ...letters.map(
      ({ mailbox: to, subject }) => `  ${to.padEnd(26)}${subject.replace(/^\[.*?\] /, '')}`,
    ),
    '',
    ...(first ? [`The one to ${first.mailbox} begins:`, ...text.map(line => `  | ${line}`)] : []),
  ]
}

const shownLines = 12

/** The first lines of a letter, up to where its table of times begins. */
async function textOf(mail: Uint8Array | undefined): Promise<readonly string[]> {
  const parsed = mail && (await parseMessage(mail))
  if (!parsed || 'wrong' in parsed) return []
  const part = parsed.message.parts.find(({ type }) => type === 'text/plain')
  return Buffer.from(part?.bytes ?? [])
    .toString('utf8')
    .split('\n')
    .slice(0, shownLines)
    .map(line => line.trimEnd())
}
