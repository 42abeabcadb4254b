import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { type Appeal, type Instant, instantOfSeconds, secondsOf } from '@redalert/core'
import type { AppealDraft } from '../../appeal/appeal-draft.ts'
import type { Config } from '../../config/schema.ts'
import { Fault } from '../../fault.ts'
import type { Given } from '../command.ts'
import { readFamilies } from './read-families.ts'
import { momentOf } from './moment-of.ts'

/** What a command line says of a new appeal. */
export function draftOf(
  id: string,
  { options }: Given,
  { now, config, cwd }: { readonly now: Instant; readonly config: Config; readonly cwd: string },
): AppealDraft {
  const text = (name: string): string | undefined => {
    const value = options[name]
    return typeof value === 'string' && value !== '' ? value : undefined
  }
  const { from, until } = daysOf(text('days'), text('from'), text('until'), now)
  const deadline = text('deadline')
  const own = text('text')
  return {
    id,
    collector: needed(text('by'), '--by NAME says who appeals.'),
    contact: needed(text('contact'), '--contact says how a person reaches you.'),
    from,
    until,
    deadline: deadline === undefined ? daysAfter(now, 7) : momentOf(deadline, '--deadline', 'end'),
    ...wantedOf(text('families'), text('signatures'), cwd),
    to: whereTo(text('to'), config),
    texts: own === undefined ? [] : [ownText(own, cwd)],
  }
}

/** Whom to look for: families that every program knows, families from files, or both. */
function wantedOf(
  families: string | undefined,
  files: string | undefined,
  cwd: string,
): Pick<AppealDraft, 'families' | 'signatures'> {
  if (files === undefined)
    needed(families, '--families A,B, or --signatures FILE, says what is looked for.')
  return {
    families: families?.split(',') ?? [],
    signatures: files === undefined ? [] : readFamilies(files, cwd),
  }
}

/** `--days 2` are the last two days and what there is of today; a day that `--until` names is the last one. */
function daysOf(
  days: string | undefined,
  from: string | undefined,
  until: string | undefined,
  now: Instant,
): Pick<AppealDraft, 'from' | 'until'> {
  if (days !== undefined) {
    if (!/^[1-9]\d?$/.test(days) || from !== undefined || until !== undefined)
      throw wrong('--days is a number of days, and stands for --from and --until.')
    const today = `${now.slice(0, 10)}T00:00:00Z` as Instant
    return { from: daysAfter(today, -Number(days)), until: daysAfter(today, 1) }
  }
  const first = needed(from, '--days, or --from and --until, says which logs are wanted.')
  return {
    from: momentOf(first, '--from', 'start'),
    until:
      until === undefined
        ? daysAfter(momentOf(first, '--from', 'start'), 1)
        : momentOf(until, '--until', 'end'),
  }
}

/** Where answers go: what is said, else to this collector. */
function whereTo(to: string | undefined, { http }: Config): AppealDraft['to'] {
  const named = to?.split(',') ?? []
  const mail = named.find(each => each.startsWith('mailto:'))?.slice('mailto:'.length) ?? null
  const url = named.find(each => !each.startsWith('mailto:')) ?? null
  if (to !== undefined) return { url, mail }
  const own = needed(http.address, '--to says where answers go, unless http.address is set.')
  return { url: own, mail: null }
}

/** `nl=text.txt`: the first line is the title. */
function ownText(given: string, cwd: string): Appeal['texts'][number] {
  const [, language, file] = /^([a-z]{2,3}(?:-[A-Za-z0-9]{2,8}){0,3})=(.+)$/.exec(given) ?? []
  if (language === undefined || file === undefined)
    throw wrong('--text is written like nl=text.txt.')
  try {
    const [title = '', ...rest] = readFileSync(resolve(cwd, file), 'utf8').split('\n')
    return { language, title: title.trim(), text: rest.join('\n').trim() }
  } catch (error) {
    throw new Fault('bad-config', `${file} cannot be read.`, error)
  }
}

function daysAfter(instant: Instant, days: number): Instant {
  return instantOfSeconds(secondsOf(instant) + days * 86_400) ?? instant
}

function needed(value: string | undefined, sentence: string): string {
  if (value === undefined) throw wrong(sentence)
  return value
}

function wrong(message: string): Fault {
  return new Fault('bad-config', message)
}
