import type { Run } from '../flags/invocation.ts'
import { nearestName } from '@redalert/core'
import { due } from '../spool/due.ts'
import type { Spool, Waiting } from '../spool/open-spool.ts'
import { type Spooled, spooled } from '../spool/spooled.ts'
import { terminalText } from '../report/terminal.ts'
import { safeJson } from '../report/safe-json.ts'
import { heldText } from '../submit/sent-text.ts'
import type { Io } from './io.ts'
import { openSpoolOf } from './open-spool-of.ts'
import { print } from './print.ts'
import { readKey } from './read-key.ts'
import { objectionTo } from './recipient-of.ts'
import { refuse } from './refuse.ts'
import { sendAndTell } from './send-and-tell.ts'

type Options = Run<'spool'>['options']
type Held = { readonly waiting: readonly Waiting[]; readonly refused: readonly Waiting[] }

/** `redalert spool`: shows, sends or drops the submissions that wait; gives the exit code. */
export async function tendSpool({ options, words }: Run<'spool'>, io: Io): Promise<number> {
  const [verb = 'list', ...ids] = words
  const spool = await openSpoolOf(options.spool, io)
  const held = { waiting: await spool.waiting(), refused: await spool.refused() }
  if (verb === 'drop' && ids.length === 0)
    return refuse('name what to throw away: redalert spool drop ID, or redalert spool drop all', io)
  const chosen = ids.length > 0 ? choose(ids, held) : held
  if ('wrong' in chosen) return refuse(chosen.wrong, io)
  switch (verb) {
    case 'send':
      return send(spool, chosen, { options, isNamed: ids.length > 0, io })
    case 'drop':
      for (const { head } of [...chosen.waiting, ...chosen.refused]) await spool.drop(head.id)
      return 0
    default:
      return list(chosen, options, io)
  }
}

/** What the words name by its beginning; `all` names everything. */
function choose(ids: readonly string[], held: Held): Held | { readonly wrong: string } {
  const known = [...held.waiting, ...held.refused].map(({ head }) => head.id)
  const odd = ids.find(id => id !== 'all' && !known.some(each => each.startsWith(id)))
  if (odd !== undefined) {
    const nearest = nearestName(odd, known)
    const advice = nearest === undefined ? 'redalert spool lists it' : `did you mean ${nearest}?`
    return { wrong: `there is no ${odd} in the spool: ${advice}` }
  }
  const isNamed = ({ head }: Waiting) => ids.some(id => id === 'all' || head.id.startsWith(id))
  return { waiting: held.waiting.filter(isNamed), refused: held.refused.filter(isNamed) }
}

async function list({ waiting, refused }: Held, { json }: Options, io: Io): Promise<number> {
  const lines = [
    ...waiting.map(each => ({ kind: 'waiting' as const, ...each })),
    ...refused.map(each => ({ kind: 'refused' as const, ...each })),
  ].map(({ kind, head, note }) => {
    const { id, to, made, holds } = head
    if (json) return safeJson({ kind, submission: id, to, made, holds, ...note })
    const tried = note ? `: ${note.reason}` : ''
    const until = note?.until ? `, not before ${note.until}` : ''
    return terminalText(`${id.slice(0, 8)} ${kind} for ${to}: ${heldText(holds)}${tried}${until}`)
  })
  if (lines.length === 0) lines.push(...(json ? [] : [terminalText('Nothing waits.')]))
  const failure = await print(lines.map(line => `${line}\n`).join(''), io)
  if (failure !== 0) return failure
  return refused.length > 0 ? 2 : waiting.length > 0 ? 1 : 0
}

type Sending = { readonly options: Options; readonly isNamed: boolean; readonly io: Io }

async function send(
  spool: Spool,
  chosen: Held,
  { options, isNamed, io }: Sending,
): Promise<number> {
  const ids = new Set(chosen.waiting.map(({ head }) => head.id))
  if (isNamed) {
    for (const { head } of chosen.refused) {
      await spool.revive(head.id)
      ids.add(head.id)
    }
  }
  if (options.to) {
    const moved = await redirect(spool, ids, { options, io })
    if ('wrong' in moved) return refuse(moved.wrong, io)
    ids.clear()
    for (const id of moved.ids) ids.add(id)
  }
  const all = await spool.waiting()
  const ready = options.due ? due(all, new Date().toISOString()) : all
  const waiting = ready.filter(({ head }) => ids.has(head.id))
  return sendAndTell(spool, waiting, { json: options.json, io })
}

/** Gives submissions another recipient: they are kept under it before they go from under the old one. */
async function redirect(
  spool: Spool,
  ids: ReadonlySet<string>,
  { options, io }: { readonly options: Options; readonly io: Io },
): Promise<{ readonly ids: readonly string[] } | { readonly wrong: string }> {
  const { to, allowHttp } = options
  if (to?.kind !== 'http') return { wrong: '--to must be a web address here: a mail is made anew' }
  const reading = readKey(options.keyFile, io)
  if ('wrong' in reading) return reading
  const objection = objectionTo(to, { allowHttp, key: reading.hint })
  if (objection !== undefined) return { wrong: objection }
  const moved: Spooled[] = []
  for (const id of ids) {
    const claim = await spool.claim(id)
    if (!claim) continue
    const { body, made, holds, to: before } = claim.spooled
    const isMail = before.startsWith('mailto:')
    const next = isMail
      ? claim.spooled
      : spooled({ to: to.text, key: reading.hint, made, holds }, body)
    moved.push(next)
    if (next.id === id)
      await spool.postpone(claim, { tries: 0, until: null, reason: 'not sent yet' })
    await spool.add([next])
    if (next.id !== id) await spool.settle(claim)
  }
  return { ids: moved.map(({ id }) => id) }
}
