import type { MailText } from './mail-text.ts'

const longestUnit = 8
const fewestTimes = 8

/** Shortens what is repeated: `XXXXXXXXXX` to `X{10}`, `%u9090` twelve times to `(%u9090){12}`. Time grows with the length only. */
export function shortenRuns(text: MailText): MailText {
  const letters = Array.from(text)
  let short = ''
  for (let at = 0; at < letters.length;) {
    const unit = unitAt(letters, at)
    if (unit === 0) {
      short += letters[at++]
      continue
    }
    const times = timesRepeated(letters, at, unit)
    const repeated = letters.slice(at, at + unit).join('')
    short += unit === 1 ? `${repeated}{${times}}` : `(${repeated}){${times}}`
    at += unit * times
  }
  return short as MailText
}

/** The length of the shortest unit that is repeated often enough from here on; 0 when none is. */
function unitAt(letters: readonly string[], at: number): number {
  for (let unit = 1; unit <= longestUnit; unit++) {
    const end = at + unit * fewestTimes
    if (end > letters.length) return 0
    let place = at + unit
    while (place < end && letters[place] === letters[place - unit]) place++
    if (place === end) return unit
  }
  return 0
}

function timesRepeated(letters: readonly string[], at: number, unit: number): number {
  let place = at + unit
  while (place < letters.length && letters[place] === letters[place - unit]) place++
  return Math.floor((place - at) / unit)
}
