/** What a file's name says of its place in a rotated set. */
export type Rotation = {
  /** The name that all files of the set share: `access.log` of `access.log-20010719.gz`. */
  readonly set: string
  /** Digits of the date in the name, from the year on; empty for the file that is written now. */
  readonly date: string
  /** Among files of the same date, a higher one is newer. */
  readonly rank: number
}

const packed = /\.(?:gz|zst|zstd|bz2|xz|zip|lz4|lz|z)$/i
const iis = /^((?:u_)?(?:ex|in|nc))(\d{2})(\d{2,6})(_x)?\.log$/i
const counted = /^(httperr|(?:u_)?(?:extend|inetsv|ncsa))(\d+)\.log$/i
const dated =
  /[-_.]?(?<!\d)((?:19|20)\d\d)[-_.]?(0[1-9]|1[0-2])[-_.]?(0[1-9]|[12]\d|3[01])(?:[-_.T]?(\d{2})[-_.:]?(\d{2})?[-_.:]?(\d{2})?)?(?!\d)/
const epoch = /[-_.](\d{10})$/
const numbered = /\.(\d{1,5})(\.(?:log|txt))?$/

/** Reads the suffixes of logrotate, rotatelogs, cronolog, logback and IIS. A file it does not know is a set of its own. */
export function rotationOf(fileName: string): Rotation {
  const name = fileName.replace(packed, '')
  const service = iis.exec(name)
  if (service) {
    const [, prefix = '', year = '', rest = '', extra = ''] = service
    return {
      set: `${prefix}${extra}.log`.toLowerCase(),
      date: `${century(year)}${year}${rest}`,
      rank: 0,
    }
  }
  const count = counted.exec(name)
  if (count) return { set: `${count[1] ?? ''}.log`.toLowerCase(), date: '', rank: Number(count[2]) }
  const number = numbered.exec(name)
  const [stem, rank] = number
    ? [name.slice(0, number.index) + (number[2] ?? ''), -Number(number[1])]
    : [name, 0]
  const date = dated.exec(stem)
  if (date) return { set: stem.replace(date[0], ''), date: date.slice(1).join(''), rank }
  const seconds = epoch.exec(stem)
  if (seconds)
    return { set: stem.slice(0, seconds.index), date: digitsOf(Number(seconds[1])), rank }
  return { set: stem, date: '', rank }
}

/** IIS writes two digits of the year; the first IIS is of 1995. */
export function century(year: string): '19' | '20' {
  return Number(year) >= 90 ? '19' : '20'
}

function digitsOf(seconds: number): string {
  return new Date(seconds * 1000).toISOString().replaceAll(/\D/g, '').slice(0, 14)
}
