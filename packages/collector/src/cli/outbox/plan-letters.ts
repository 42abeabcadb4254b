import { randomBytes, randomInt } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { readCertTable } from '@redalert/owners'
import { ownerParts } from '../../owners/owner-parts.ts'
import { sqliteReader } from '../../store/sqlite/sqlite-reader.ts'
import { letterSender } from '../../telling/letter-sender.ts'
import { tellKnown } from '../../telling/tell-known.ts'
import { existingFolder } from '../folder-of.ts'
import { writeLines } from '../io.ts'
import { safeText } from '../safe-text.ts'
import { type OutboxWork, stopFile } from './outbox-work.ts'

/** Looks up who answers for what may be told, and makes the letters that are due. Nothing is sent. */
export async function planLetters({ folder, config, given, io }: OutboxWork): Promise<number> {
  existingFolder(given, io.cwd())
  const sender = letterSender(config)
  const say = (text: string) => void io.stderr.write(`redalert-collector: ${safeText(text)}\n`)
  using store = sqliteReader(folder)
  const told = await tellKnown({
    folder,
    config,
    owners: await ownerParts({
      folder,
      config: config.owners,
      lookup: config.owners.lookup,
      sighted: address => store.cells(address).length > 0,
      clock: Date.now,
      random: () => randomInt(2 ** 47) / 2 ** 47,
      alarm: say,
    }),
    teams: new Map(
      config.owners.national_teams.flatMap(file => [
        ...readCertTable(readFileSync(resolve(folder, file), 'utf8'), file),
      ]),
    ),
    sender,
    clock: Date.now,
    random: randomBytes,
    isStopped: () => existsSync(stopFile(folder)),
    report: error => say(error instanceof Error ? error.message : String(error)),
  })
  const { shown, letGo, waiting, unrouted } = told
  await writeLines(io, [
    `${shown} ${shown === 1 ? 'letter waits' : 'letters wait'} for a person: redalert-collector outbox list shows them.`,
    ...(letGo > 0 ? [`${letGo} may leave: redalert-collector outbox send.`] : []),
    ...(waiting.length > 0 ? [`${waiting.length} wait for their time.`] : []),
    ...(unrouted > 0
      ? [
          `For ${unrouted} machines nobody is known who can be told: redalert-collector owner says why.`,
        ]
      : []),
  ])
  return shown + letGo > 0 ? 0 : 1
}
