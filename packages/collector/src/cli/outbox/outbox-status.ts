import { letterStates } from '../../letterbox.ts'
import { writeLines } from '../io.ts'
import { safeJson, safeText } from '../safe-text.ts'
import { remarkOf } from './gate-remark.ts'
import type { OutboxWork } from './outbox-work.ts'

const meanings = {
  shown: 'wait for a person',
  held: 'are held',
  queued: 'were let go and wait to leave',
  taken: 'are just being handed over, or nobody knows whether they left',
  sent: 'have left',
  refused: 'the mail server refused for good',
  withdrawn: 'were taken back before they left',
} as const satisfies Record<(typeof letterStates)[number], string>

/** Says whether letters may leave, and if not why, and how many stand where. */
export async function outboxStatus({
  ledger: { letterbox },
  folder,
  config,
  given,
  io,
}: OutboxWork): Promise<number> {
  const remark = remarkOf(folder, letterbox.gate())
  const counts = letterbox.counts()
  const { mode } = config.outbox
  const isOpen = remark === undefined && mode === 'live'
  const dry = 'This is a dry run: no letter leaves before outbox.mode is "live".'
  const lines =
    given.options['json'] === true
      ? [safeJson({ kind: 'outbox', mode, gate: letterbox.gate() ?? null, isOpen, counts })]
      : [
          remark ?? (mode === 'live' ? 'Letters may leave.' : dry),
          ...(remark !== undefined && mode !== 'live' ? [dry] : []),
          ...letterStates.map(
            state => `${String(counts[state] ?? 0).padStart(7)}  ${meanings[state]}`,
          ),
        ]
  await writeLines(io, lines.map(safeText))
  return isOpen ? 0 : 1
}
