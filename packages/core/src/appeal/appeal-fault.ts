import { type Instant, secondsOf, toInstant } from '../model/instant.ts'
import { appealLimits, appealVersion } from './appeal.ts'

type Fields = Readonly<Record<string, unknown>>
type Check = (value: unknown) => boolean

const text =
  (most: number): Check =>
  value =>
    typeof value === 'string' && value.length > 0 && value.length <= most
const list =
  (most: number, each: Check, least = 0): Check =>
  value =>
    Array.isArray(value) && value.length >= least && value.length <= most && value.every(each)
const matching =
  (pattern: RegExp): Check =>
  value =>
    typeof value === 'string' && value.length <= 2000 && pattern.test(value)

/** What every field must be, as a person is told it. */
const fields: Readonly<Record<string, readonly [holds: Check, must: string]>> = {
  kind: [value => value === 'appeal', 'be "appeal"'],
  schema: [value => value === appealVersion, `be ${appealVersion}: this version reads no other`],
  id: [matching(/^[a-z0-9][a-z0-9-]{0,63}$/), 'be letters, digits and hyphens'],
  made: [isInstant, 'be a UTC time'],
  collector: [text(200), 'be a text'],
  contact: [text(200), 'be a text'],
  from: [isInstant, 'be a UTC time'],
  until: [isInstant, 'be a UTC time'],
  deadline: [isInstant, 'be a UTC time'],
  families: [
    list(appealLimits.families, matching(/^[a-z0-9][a-z0-9-]{0,63}$/)),
    'be a list of names of families',
  ],
  signatures: [
    list(appealLimits.signatures, isObject),
    `be a list of at most ${appealLimits.signatures} families`,
  ],
  to: [
    isWhereTo,
    'hold a url that begins with https:// (or is of this machine), or a mail address, or both',
  ],
  texts: [list(appealLimits.texts, isText, 1), 'be a list of texts, each with language and title'],
  key: [matching(/^[A-Za-z0-9_-]{43}$/), 'be a key of 43 characters'],
  signature: [matching(/^[A-Za-z0-9_-]{86}$/), 'be a signature of 86 characters'],
}

/** What is wrong with a value that should be an appeal: a sentence; undefined when nothing is. The families in it are not looked into. */
export function appealFault(value: unknown): string | undefined {
  if (!isObject(value)) return 'it is no JSON object'
  if (!isShallow(value, mostNested)) return 'it is nested too deeply'
  const odd = Object.keys(value).find(name => !Object.hasOwn(fields, name))
  if (odd !== undefined)
    return `it has a field ${JSON.stringify(odd.slice(0, 40))} that this version does not know`
  for (const [name, [holds, must]] of Object.entries(fields)) {
    if (!holds(value[name])) return `its ${name} must ${must}`
  }
  const { texts, families, signatures } = value as { [name: string]: readonly Fields[] }
  if (!texts?.some(({ language }) => language === 'en')) return 'none of its texts is in English'
  if (families?.length === 0 && signatures?.length === 0) return 'it looks for nothing'
  return timeFault(value)
}

function timeFault({ made, from, until, deadline }: Fields): string | undefined {
  const [first, last] = [from as Instant, until as Instant]
  if (first >= last) return 'its days end before they begin'
  if (secondsOf(last) - secondsOf(first) > appealLimits.days * 86_400)
    return `it asks for more than ${appealLimits.days} days`
  if ((deadline as Instant) <= first) return 'its deadline is before its days'
  return (deadline as Instant) <= (made as Instant)
    ? 'its deadline had passed when it was made'
    : undefined
}

/** What is nested more deeply is made to break whoever reads it. */
const mostNested = 20

function isShallow(value: unknown, levels: number): boolean {
  if (typeof value !== 'object' || value === null) return true
  return levels > 0 && Object.values(value).every(part => isShallow(part, levels - 1))
}

function isObject(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function isInstant(value: unknown): boolean {
  if (typeof value !== 'string') return false
  const [, year, month, day, hour, minute, second] =
    /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d):(\d\d)Z$/.exec(value)?.map(Number) ?? []
  if (second === undefined) return false
  const time = { year, month, day, hour, minute, second } as Parameters<typeof toInstant>[0]
  return toInstant(time) === value
}

function isText(value: unknown): boolean {
  if (!isObject(value) || Object.keys(value).length !== 3) return false
  return (
    matching(/^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8}){0,3}$/)(value.language) &&
    text(appealLimits.title)(value.title) &&
    text(appealLimits.text)(value.text)
  )
}

function isWhereTo(value: unknown): boolean {
  if (!isObject(value) || Object.keys(value).length !== 2) return false
  const { url, mail } = value
  if (url === null && mail === null) return false
  const isUrl = matching(
    /^(?:https:\/\/[a-z0-9.-]{1,253}|http:\/\/(?:127\.0\.0\.1|localhost|\[::1\]))(?::\d{1,5})?(?:\/[A-Za-z0-9._~/-]{0,500})?$/,
  )
  return (
    (url === null || isUrl(url)) &&
    (mail === null || matching(/^[A-Za-z0-9._+-]{1,64}@[A-Za-z0-9.-]{1,253}$/)(mail))
  )
}
