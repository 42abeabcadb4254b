import { randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import { lockLetters } from '../../ledger/lock-letters.ts'
import { letterSender } from '../../telling/letter-sender.ts'
import { planKnown } from '../../telling/plan-known.ts'
import { stopFile } from '../../telling/stop-file.ts'
import { existingFolder } from '../folder-of.ts'
import { writeLines } from '../io.ts'
import { openBelieved } from '../open-believed.ts'
import { safeText } from '../safe-text.ts'
import { atIt, lockPatience } from './at-it.ts'
import type { OutboxWork } from './outbox-work.ts'

/** Looks up who answers for what may be told, and makes the letters that are due. Nothing is sent. */
export async function planLetters({
  folder,
  config,
  given,
  io,
  ledger,
}: OutboxWork): Promise<number> {
  existingFolder(given, io.cwd())
  const sender = letterSender(config)
  const say = (text: string) => void io.stderr.write(`redalert-collector: ${safeText(text)}\n`)
  // Where no collector runs what is believed is brought up to date first.
  openBelieved(given, io)[Symbol.dispose]()
  using lock = lockLetters(folder, lockPatience)
  if (!lock) throw atIt()
  const told = await planKnown({
    folder,
    config,
    isExercise: given.options['exercise'] === true,
    sender,
    clock: Date.now,
    random: randomBytes,
    isStopped: () => existsSync(stopFile(folder)) || ledger.letterbox.gate()?.state === 'shut',
    alarm: say,
    report: error => say(error instanceof Error ? error.message : String(error)),
  })
  const { shown, letGo, unrouted } = told
  const isStopped = told.waiting.some(({ because }) => because === 'stopped')
  const waiting = told.waiting.length
  await writeLines(io, [
    `${shown} ${shown === 1 ? 'letter waits' : 'letters wait'} for a person: redalert-collector outbox list shows them.`,
    ...(letGo > 0 ? [`${letGo} may leave: redalert-collector outbox send.`] : []),
    ...(waiting > 0
      ? [
          isStopped
            ? `${waiting} are not made while all is stopped: redalert-collector outbox go lets them.`
            : `${waiting} wait for their time.`,
        ]
      : []),
    ...(unrouted > 0
      ? [
          `For ${unrouted} machines nobody is known who can be told: redalert-collector owner says why.`,
        ]
      : []),
  ])
  return shown + letGo > 0 ? 0 : 1
}
