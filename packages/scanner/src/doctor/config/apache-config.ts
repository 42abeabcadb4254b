import type { AdviceCode } from '../advice.ts'
import { codesOf } from './codes-of.ts'
import type { Configured, ConfiguredLog } from './configured.ts'

/** The formats that every distribution of Apache defines, for a file that only uses them. */
const known: Readonly<Record<string, string>> = {
  common: '%h %l %u %t "%r" %>s %b',
  combined: '%h %l %u %t "%r" %>s %O "%{Referer}i" "%{User-Agent}i"',
  vhost_combined: '%v:%p %h %l %u %t "%r" %>s %O "%{Referer}i" "%{User-Agent}i"',
  combinedio: '%h %l %u %t "%r" %>s %b "%{Referer}i" "%{User-Agent}i" %I %O',
}

/** Reads what a configuration of Apache says about its logs. */
export function readApacheConfig(text: string): Configured {
  const directives = directivesOf(text)
  const named = (name: string) => directives.filter(each => each.name === name)
  const formats = new Map(Object.entries(known))
  for (const { words } of named('logformat')) {
    const [format, name] = words
    if (format !== undefined) formats.set(name ?? '', format)
  }
  const looksUp = named('hostnamelookups').some(({ words }) =>
    /^(?:on|double)$/i.test(words[0] ?? ''),
  )
  const logs = directives.flatMap(({ name, words, line }): readonly ConfiguredLog[] => {
    const [log = '', format = ''] = words
    if (name !== 'customlog' && name !== 'transferlog') return []
    const string = formats.get(format) ?? (format.includes('%') ? format : known.common)
    return [{ line, log, ...withNames(codesOf(string ?? ''), looksUp && /%h/.test(string ?? '')) }]
  })
  const includes = directives.filter(({ name }) => name.startsWith('include'))
  return { server: 'apache', logs, includes: includes.map(({ words }) => words[0] ?? '') }
}

function withNames(
  { codes, ...rest }: Pick<ConfiguredLog, 'codes' | 'wrong'>,
  looksUp: boolean,
): Pick<ConfiguredLog, 'codes' | 'wrong'> {
  return { codes: looksUp ? [...codes, 'names' satisfies AdviceCode] : codes, ...rest }
}

type Directive = { readonly name: string; readonly words: readonly string[]; readonly line: number }

/** The directives, each on a line of its own; a backslash at its end joins the next line to it. */
function directivesOf(text: string): readonly Directive[] {
  const directives: Directive[] = []
  let joined = ''
  let first = 0
  for (const [index, line] of text.split(/\r?\n/).entries()) {
    if (joined === '') first = index + 1
    if (line.endsWith('\\')) {
      joined += line.slice(0, -1)
      continue
    }
    const [name = '', ...words] = wordsOf(joined + line)
    joined = ''
    if (name !== '' && !name.startsWith('#'))
      directives.push({ name: name.toLowerCase(), words, line: first })
  }
  return directives
}

/** Words, in quotes or not; a backslash takes the meaning from the quote behind it. */
function wordsOf(line: string): readonly string[] {
  const found = line.matchAll(/"((?:[^"\\]|\\[^])*)"|([^\s"]+)/g)
  return [...found].map(([, quoted, bare]) =>
    quoted === undefined ? (bare ?? '') : quoted.replaceAll('\\"', '"'),
  )
}
