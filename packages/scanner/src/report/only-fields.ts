/** What `--only` can list: fields of the rows, and the hosts that they told their victims to fetch from. */
export const onlyFields = [
  'source',
  'family',
  'hole',
  'grade',
  'mark',
  'file',
  'payload-host',
] as const
export type OnlyField = (typeof onlyFields)[number]
