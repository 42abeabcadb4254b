import { codesOf } from './codes-of.ts'
import type { Configured, ConfiguredLog } from './configured.ts'

const combined =
  '$remote_addr - $remote_user [$time_local] "$request" $status $body_bytes_sent "$http_referer" "$http_user_agent"'

/** Reads what a configuration of nginx says about its logs. */
export function readNginxConfig(text: string): Configured {
  const statements = statementsOf(text)
  const formats = new Map([['combined', combined]])
  for (const { words } of statements) {
    const [directive, name = '', ...rest] = words
    if (directive !== 'log_format') continue
    formats.set(name, rest.filter(word => !word.startsWith('escape=')).join(''))
  }
  const logs = statements.flatMap(({ words, line }): readonly ConfiguredLog[] => {
    const [directive, log = '', name = 'combined'] = words
    if (directive !== 'access_log' || log === 'off') return []
    return [{ line, log, ...codesOf(formats.get(name) ?? combined) }]
  })
  const includes = statements.filter(({ words }) => words[0] === 'include')
  return { server: 'nginx', logs, includes: includes.map(({ words }) => words[1] ?? '') }
}

type Statement = { readonly words: readonly string[]; readonly line: number }

/** The statements, which end with a semicolon or open and close a block. */
function statementsOf(text: string): readonly Statement[] {
  const statements: Statement[] = []
  let words: string[] = []
  let line = 1
  let first = 1
  for (const [token] of text.matchAll(tokens)) {
    if (token === ';' || token === '{' || token === '}') {
      if (words.length > 0) statements.push({ words, line: first })
      words = []
    } else if (!/^(?:\s|#)/.test(token)) {
      if (words.length === 0) first = line
      words.push(/^["']/.test(token) ? token.slice(1, -1) : token)
    }
    line += token.split('\n').length - 1
  }
  return statements
}

/** A comment, blanks, a text in quotes, a sign, or a word. */
const tokens = /#[^\n]*|\s+|"(?:[^"\\]|\\[^])*"|'(?:[^'\\]|\\[^])*'|[;{}]|[^\s;{}"'#]+|["']/g
