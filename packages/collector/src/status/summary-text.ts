import type { Status, StatusCount } from '@redalert/core'

/** What a weekly mail says: a sentence for its subject, and lines. */
export type SummaryText = { readonly subject: string; readonly lines: readonly string[] }

const numbers = new Intl.NumberFormat('en')

/** What became of the machines that somebody told of, for a mail; undefined where they told of none. */
export function summaryText({ all, families }: Status): SummaryText | undefined {
  if (all.hosts === 0) return undefined
  const subject = sentence(all)
  return {
    subject,
    lines:
      families.length > 1
        ? families.map(each => `${each.family}: ${sentence(each)}`)
        : families.map(({ family }) => `All by ${family}.`),
  }
}

/** States that mean the same to whoever told of the machines. */
const groups: readonly (readonly [word: string, states: readonly string[]])[] = [
  ['quiet', ['quiet']],
  ['presumed fixed', ['fixed']],
  ['said to be cleaned', ['claimed-cleaned', 'claimed-patched']],
  ['still active', ['active-after-notice', 'relapsed']],
  ['disputed', ['disputed']],
]

/** `Of your 12 hosts, 9 owners told, 4 quiet, 1 disputed` */
function sentence({ hosts, told, states }: StatusCount): string {
  const counted = groups
    .map(
      ([word, names]) => [names.reduce((sum, name) => sum + (states[name] ?? 0), 0), word] as const,
    )
    .filter(([count]) => count > 0)
    .map(([count, word]) => `${numbers.format(count)} ${word}`)
  const owners = told === 1 ? '1 owner told' : `${numbers.format(told)} owners told`
  const whose = hosts === 1 ? 'Of your 1 host' : `Of your ${numbers.format(hosts)} hosts`
  return [whose, owners, ...counted].join(', ')
}
