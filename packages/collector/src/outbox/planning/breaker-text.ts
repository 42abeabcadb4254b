import type { Breaker } from './breakers.ts'

/** Why letters were stopped, as a sentence for whoever looks into it. */
export function breakerText(breaker: Breaker): string {
  switch (breaker.kind) {
    case 'bounces':
      return `${percent(breaker.share)} of the last letters came back.`
    case 'complaints':
      return `${percent(breaker.share)} of the letters of a week were complained of.`
    case 'wrong':
      return `${breaker.contacts} said within a day that we are wrong.`
    case 'submitter':
      return `Without ${breaker.submitter} there would not be ${percent(breaker.share)} of the new cases of a day.`
  }
}

function percent(share: number): string {
  return `${Math.round(share * 1000) / 10} %`
}
