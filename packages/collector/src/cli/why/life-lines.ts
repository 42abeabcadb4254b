import type { HostLife } from '../../cases/life/host-life.ts'
import { rungs } from '../../cases/life/rung.ts'
import type { KnownSilence, LifeReader } from '../../ledger/read-lives.ts'
import { chanceText } from '../chance-text.ts'
import { safeText } from '../safe-text.ts'

/** What became of a host, in lines for people: who was told, where it stands, and what its silence says. */
export function lifeLines(
  host: Pick<HostLife, 'source' | 'family'>,
  lives: LifeReader | undefined,
): readonly string[] {
  const life = lives?.life(host)
  if (!life || Object.keys(life.told).length === 0) return []
  const silence = lives?.silence(host)
  return [
    ...rungs.flatMap(rung => {
      const telling = life.told[rung]
      if (!telling) return []
      const often = telling.times > 1 ? `, ${telling.times} times` : ''
      return [`told: ${safeText(telling.contact)}, last on ${telling.at.slice(0, 10)}${often}`]
    }),
    `now: ${life.state}, since ${life.since}`,
    ...(silence ? [`silent since ${life.last}: ${silenceText(silence)}`] : []),
  ]
}

function silenceText({ at, verdict, chance }: KnownSilence): string {
  if (chance === null) return 'too little is known of such machines to say what that means'
  const clean = `clean with ${chanceText(chance)} as of ${at}`
  return verdict === 'unknowable' ? `${clean}, but too few listen to say` : clean
}
