import { type Hour, secondsOf, type Source } from '@redalert/core'
import { after } from '../cases/after.ts'
import type { ContactHistory, ContactModel } from '../estimates/fixed/contact-model.ts'
import { daysOf, exposureClock } from '../estimates/fixed/exposure-clock.ts'
import { habitsOf } from '../estimates/fixed/habits.ts'
import { judgeSilence, type Silence, type SilentHost } from '../estimates/fixed/judge-silence.ts'
import { learnContact } from '../estimates/fixed/learn-contact.ts'
import { histories } from './histories.ts'
import type { SilenceParts } from './silence-parts.ts'

/** What the silence of a host of one family says. */
export type JudgeFamily = (host: Omit<SilentHost, 'isMemoryOnly'>) => Silence

/** What is learnt of a family holds for a day. */
const learntHours = 24
const mostLessons = 1000

/** Judges the hosts of one family by its calendar, and by what was learnt of it, which is learnt again each day. */
export function familySilence(
  family: string,
  covered: ReadonlyMap<Hour, number>,
  parts: SilenceParts,
): JudgeFamily {
  const { silences, now } = parts
  const { isAwake, isMemoryOnly } = habitsOf(family)
  const clock = exposureClock(covered, isAwake)
  const known = silences.model(family)
  const isFresh = known && known.at <= now && now < after(known.at, learntHours)
  const model = isFresh ? known.model : learnt()
  if (!isFresh) silences.keepModel(family, { at: now, model })
  return host =>
    judgeSilence(
      { ...host, isMemoryOnly },
      { model: model ?? undefined, clock, now: secondsOf(now) / 86_400 },
    )

  function learnt(): ContactModel | null {
    const lessons: ContactHistory[] = []
    for (const [, own] of histories(some(parts.sourcesOf(family)), parts)) {
      const history = own.get(family)
      if (history && history.last <= daysOf(now)) lessons.push(history)
    }
    return learnContact(lessons, clock, daysOf(now)) ?? null
  }
}

/** Evenly chosen ones, when there are more than are needed. */
function some(sources: readonly Source[]): readonly Source[] {
  const stride = Math.max(sources.length / mostLessons, 1)
  return Array.from(
    { length: Math.min(sources.length, mostLessons) },
    (_, index) => sources[Math.floor(index * stride)],
  ).filter(source => source !== undefined)
}
