/** What a subject says about the lines below it. */
export type SubjectWords = {
  /** The word of the format, in upper case: `APACHE`, `IIS` … */
  readonly format?: string
  readonly zone?: string
  /** DShield's number of a user; 0 is nobody. */
  readonly userId?: string
}

/** The words by which a subject may name a format. They help a person; the lines themselves say what they are. */
export const formatWords = [
  'APACHE',
  'COMMON',
  'COMBINED',
  'NGINX',
  'IIS',
  'W3C',
  'NCSA',
  'JSON',
  'DSHIELD',
  'AUTO',
] as const

/**
 * Reads the subject of a submission: a word alone, `IIS`, or DShield's `FORMAT IIS USERID 0 TZ +02:00`, in any case,
 * behind any `Re:`, `Fwd:` or `[list]`.
 */
export function readSubject(subject: string): SubjectWords {
  const words = subject
    .slice(0, 1000)
    .split(/[\s,;]+/)
    .filter(word => word !== '')
  while (words.length > 0 && isPrefix(words[0] ?? '')) words.shift()
  const format = formatOf(words)
  const zone = behind(words, 'TZ')
  const userId = behind(words, 'USERID')
  return {
    ...(format !== undefined && { format }),
    ...(zone !== undefined && /^[+-]\d\d:?\d\d$/.test(zone) && { zone }),
    ...(userId !== undefined && /^\d{1,12}$/.test(userId) && { userId }),
  }
}

function formatOf(words: readonly string[]): string | undefined {
  const named = behind(words, 'FORMAT') ?? words[0]
  const word = named?.toUpperCase()
  return formatWords.find(each => each === word)
}

function behind(words: readonly string[], name: string): string | undefined {
  const place = words.findIndex(word => word.toUpperCase() === name)
  return place === -1 ? undefined : words[place + 1]
}

/** `Re:`, `AW:`, `Fwd:`, `Re[2]:`, `[redalert]`. */
function isPrefix(word: string): boolean {
  return /^(?:[a-z]{2,4}(?:\[\d{1,3}\])?:|\[[^\]]{0,60}\]:?)$/i.test(word)
}
