import { type Instant, instantOfSeconds, secondsOf, signatures } from '@redalert/core'

/** An infected machine that is made up: where it stands, and what infected it. */
export type MadeHost = { readonly source: string; readonly family: string }

/** The address of every machine in the samples of the families. */
const sampled = '192.0.2.7'
/** How far apart the requests of a machine come. */
const stepSeconds = 3

/**
 * The lines that a web server logs when machines knock at its door, in Apache's combined format: what the samples of each
 * family hold, from other addresses and at another time. Requests of people stand between them.
 */
export function madeLog(hosts: readonly MadeHost[], from: Instant): readonly string[] {
  const start = secondsOf(from)
  return hosts.flatMap(({ source, family }, index) => {
    const samples = samplesOf(family)
    const first = start + index * 600
    return [
      line(people, '192.0.2.200', first - 5),
      ...samples.map((sample, turn) => line(sample, source, first + turn * stepSeconds)),
    ]
  })
}

const people = `${sampled} - - [] "GET / HTTP/1.1" 200 1043 "-" "Mozilla/5.0 (X11; Linux x86_64)"`

/** The requests that a family is known by, each once; what an error log holds is left out. */
function samplesOf(family: string): readonly string[] {
  const marks = Object.values(signatures.find(({ id }) => id === family)?.marks ?? {})
  const lines = marks.flatMap(({ samples }) => samples.positive.slice(0, 1))
  return lines.filter(sample => combined.test(sample))
}

const combined = /^\S+ - - \[[^\]]*\]/

function line(sample: string, source: string, seconds: number): string {
  return sample.replaceAll(sampled, source).replace(combined, `${source} - - [${clfTime(seconds)}]`)
}

/** A moment as Apache writes it, in UTC. */
function clfTime(seconds: number): string {
  const instant = instantOfSeconds(seconds) ?? '1970-01-01T00:00:00Z'
  const [year, month, day] = instant.slice(0, 10).split('-')
  return `${day}/${months[Number(month) - 1]}/${year}:${instant.slice(11, 19)} +0000`
}

const months = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ')
