import { parseAddress, splitClient } from '@redalert/core'
import { keyDirective } from './key-directive.ts'
import { timeDirective } from './time-directive.ts'
import type { Token } from './token.ts'

/** A format string of Apache's LogFormat that a line may have been written with; undefined when it tells too little. */
export function suggestFormat(tokens: readonly Token[], source: number): string | undefined {
  const used = new Set<string>()
  let words = 0
  let format = ''
  for (let index = 0; index < tokens.length;) {
    const token = tokens[index] as Token
    const found = fieldAt(tokens, index, { used, source })
    const before = literal(token.before) + (token.key === '' ? '' : `${token.key}=`)
    if (!found) {
      format +=
        before + (isMeaningless(token) ? literal(token.text) : wrapped(`%{word${++words}}n`, token))
      index++
      continue
    }
    used.add(found.directive)
    format += before + (found.bare ? found.directive : wrapped(found.directive, token))
    index += found.tokens
  }
  const isWhole = used.has('%a') && ['%r', '%U'].some(directive => used.has(directive))
  return isWhole ? format : undefined
}

type Found = {
  readonly directive: string
  /** How many tokens it takes. */
  readonly tokens: number
  /** It writes its own brackets. */
  readonly bare?: true
}

type Context = { readonly used: ReadonlySet<string>; readonly source: number }

function fieldAt(
  tokens: readonly Token[],
  index: number,
  { used, source }: Context,
): Found | undefined {
  const token = tokens[index] as Token
  if (index === source) return { directive: '%a', tokens: 1 }
  const found = timeAt(tokens, index, used) ?? requestAt(tokens, index, used)
  if (found) return found
  const directive = keyDirective(token.key) ?? answerDirective(token, used)
  return directive !== undefined && !used.has(directive) ? { directive, tokens: 1 } : undefined
}

/** The place of the client: of several addresses the one that changes most from line to line. */
export function sourceColumn(lines: readonly (readonly Token[])[]): number {
  const [first = []] = lines
  const columns = first.flatMap((token, index) => (isAddress(token) ? [index] : []))
  const keyed = columns.find(index => keyDirective(first[index]?.key ?? '') === '%a')
  if (keyed !== undefined) return keyed
  const distinct = (index: number) => new Set(lines.map(tokens => tokens[index]?.text)).size
  return columns.toSorted((one, other) => distinct(other) - distinct(one))[0] ?? -1
}

function isAddress({ text }: Token): boolean {
  return parseAddress(splitClient(text).source) !== undefined
}

/** A time in one token, or in two or three with a blank between. */
function timeAt(
  tokens: readonly Token[],
  index: number,
  used: ReadonlySet<string>,
): Found | undefined {
  if ([...used].some(directive => directive.endsWith('t'))) return undefined
  const { wrap, text } = tokens[index] as Token
  for (const count of [3, 2, 1]) {
    const some = tokens.slice(index, index + count)
    if (some.length < count || (count > 1 && !areOneByOne(some))) continue
    const directive = timeDirective(some.map(token => token.text).join(' '))
    if (directive === undefined) continue
    const isClf = wrap === '[' && text.charAt(2) === '/'
    return isClf ? { directive: '%t', tokens: 1, bare: true } : { directive, tokens: count }
  }
  return undefined
}

const methods: ReadonlySet<string> = new Set(
  'GET POST HEAD PUT DELETE OPTIONS PATCH CONNECT TRACE PROPFIND SEARCH'.split(' '),
)

/** The request in one token, or its method, target and version one behind the other. */
function requestAt(
  tokens: readonly Token[],
  index: number,
  used: ReadonlySet<string>,
): Found | undefined {
  if (used.has('%r')) return undefined
  const { text } = tokens[index] as Token
  const [method = '', target] = text.split(' ', 2)
  if (methods.has(method) && target) return { directive: '%r', tokens: 1 }
  if (used.has('%U'))
    return text.startsWith('HTTP/') && !used.has('%H') ? { directive: '%H', tokens: 1 } : undefined
  const [, next, version] = tokens.slice(index, index + 3)
  if (methods.has(text) && isTarget(next?.text)) {
    if (version?.text.startsWith('HTTP/') && areOneByOne(tokens.slice(index, index + 3)))
      return { directive: '%r', tokens: 3 }
    return { directive: '%m', tokens: 1 }
  }
  return isTarget(text) ? { directive: '%U', tokens: 1 } : undefined
}

function isTarget(text: string | undefined): boolean {
  return text !== undefined && (text.startsWith('/') || text.startsWith('http://') || text === '*')
}

/** What stands behind a request, by its looks. */
function answerDirective({ wrap, text }: Token, used: ReadonlySet<string>): string | undefined {
  if (!used.has('%r') && !used.has('%U')) return undefined
  if (wrap === '' && !used.has('%>s')) return /^[1-5]\d\d$/.test(text) ? '%>s' : undefined
  if (wrap === '' && !used.has('%b')) return /^(?:\d+|-)$/.test(text) ? '%b' : undefined
  if (wrap !== '"') return undefined
  if (!used.has('%{Referer}i') && (text === '-' || text.startsWith('http'))) return '%{Referer}i'
  return '%{User-Agent}i'
}

/** Each in nothing, with one blank between. */
function areOneByOne(tokens: readonly Token[]): boolean {
  return tokens.every(
    ({ before, key, wrap }, index) => wrap === '' && key === '' && (index === 0 || before === ' '),
  )
}

function isMeaningless({ text, wrap }: Token): boolean {
  return wrap === '' && !/[\w]/.test(text) && text !== '-'
}

function wrapped(directive: string, { wrap }: Token): string {
  if (wrap === '"') return `"${directive}"`
  return wrap === '[' ? `[${directive}]` : directive
}

/** Text that means itself in a LogFormat. */
function literal(text: string): string {
  return text.replaceAll('\\', '\\\\').replaceAll('%', '%%').replaceAll('\t', '\\t')
}
