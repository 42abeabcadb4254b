import { bareRequest, type Cut, literal, quoted, request, toEnd, upTo } from './cut.ts'
import type { LogFormat } from './format.ts'
import { lineFormat } from './line-format.ts'
import { readAnyTime } from './read-any-time.ts'
import type { TemplatePart } from './template-part.ts'
import { apacheDirectives, nginxVariables } from './template-names.ts'
import { timeParts } from './template-time.ts'
import { writeTemplate } from './write-template.ts'

/** What is wrong with a format string, in a sentence. */
export type Wrong = { readonly wrong: string }

/**
 * Makes a format of Apache's LogFormat or nginx's log_format string, as it stands in a configuration, with or without
 * the directive's name and quotes around it.
 */
export function template(text: string): LogFormat | Wrong {
  const string = withoutDirective(text)
  const parts = string.includes('$') ? nginxParts(string) : apacheParts(string)
  if ('wrong' in parts) return parts
  const fields = parts.flatMap(part => ('field' in part ? [part.field] : []))
  if (!fields.includes('source')) return lacks('client', 'no %h, %a or $remote_addr')
  if (!fields.includes('time')) return lacks('time', 'no %t, $time_local or $time_iso8601')
  if (!fields.includes('request') && !fields.includes('target')) {
    return lacks('request', 'no %r, %U, $request or $request_uri')
  }
  const cuts = cutsOf(parts)
  if ('wrong' in cuts) return cuts
  return lineFormat({
    name: 'template',
    aliases: [],
    clock: 'offset',
    escapes: 'slashes',
    cuts,
    readStamp: readAnyTime,
    write: entry => writeTemplate(entry, parts),
    header: { template: text.trim() },
    samples: [],
  })
}

function lacks(what: string, which: string): Wrong {
  return { wrong: `the format string tells no ${what}: it has ${which}` }
}

/** `LogFormat "…" combined` and `log_format main '…' '…';` lose all but the string. */
function withoutDirective(text: string): string {
  const trimmed = text.trim().replace(/;$/, '').trim()
  const apache = /^(?:LogFormat|CustomLog\s+\S+)\s+"((?:[^"\\]|\\.)*)"/i.exec(trimmed)
  if (apache) return (apache[1] ?? '').replaceAll('\\"', '"')
  if (!/^log_format\s/.test(trimmed)) return trimmed.replaceAll('\\"', '"')
  const pieces = [...trimmed.matchAll(/'([^']*)'|"([^"]*)"/g)]
  return pieces.map(([, single, double]) => single ?? double ?? '').join('')
}

function apacheParts(text: string): readonly TemplatePart[] | Wrong {
  const parts: TemplatePart[] = []
  let plain = ''
  for (let at = 0; at < text.length; at++) {
    if (text.charAt(at) !== '%') {
      plain += unescaped(text, at)
      if (text.charAt(at) === '\\') at++
      continue
    }
    const directive = /^%([!,\d]*[<>]?)(\{[^}]*\})?(\^?[a-zA-Z]{1,3}|%)/.exec(
      text.slice(at, at + 80),
    )
    if (!directive) return { wrong: `"${text.slice(at, at + 8)}" is no directive of LogFormat` }
    const [whole, , braces = '', letters = ''] = directive
    const letter = letters.startsWith('^') ? letters : letters.charAt(0)
    at += whole.length - letters.length + letter.length - 1
    if (letter === '%') plain += '%'
    else {
      if (plain !== '') parts.push({ text: plain })
      plain = ''
      parts.push(...apachePart(braces, letter))
    }
  }
  return plain === '' ? parts : [...parts, { text: plain }]
}

/** `%t` writes brackets of its own. */
function apachePart(braces: string, letter: string): readonly TemplatePart[] {
  const name = `${braces.toLowerCase()}${letter}`
  if (letter === 't') {
    if (braces !== '') return timeParts(name, braces.slice(1, -1))
    return [{ text: '[' }, { field: 'time', name }, { text: ']' }]
  }
  const field =
    apacheDirectives.get(name) ?? (braces === '' ? apacheDirectives.get(letter) : undefined)
  return [{ field: field ?? 'extra', name }]
}

function unescaped(text: string, at: number): string {
  if (text.charAt(at) !== '\\') return text.charAt(at)
  const next = text.charAt(at + 1)
  return next === 't' ? '\t' : next
}

function nginxParts(text: string): readonly TemplatePart[] | Wrong {
  const parts: TemplatePart[] = []
  for (const [, variable, braced, plain] of text.matchAll(/\$(\w+)|\$\{(\w+)\}|([^$]+|\$)/g)) {
    const name = variable ?? braced
    if (name !== undefined) parts.push({ field: nginxVariables.get(name) ?? 'extra', name })
    else if (plain !== undefined) parts.push({ text: plain })
  }
  return parts.flatMap((part, index) =>
    isBareLocalTime(parts, index) ? timeParts('time_local', '%d/%b/%Y:%H:%M:%S %z') : [part],
  )
}

/** `$time_local` holds a blank, so that none behind it tells where it ends. */
function isBareLocalTime(parts: readonly TemplatePart[], index: number): boolean {
  const [part, after] = [parts[index], parts[index + 1]]
  if (!part || 'text' in part || part.name !== 'time_local') return false
  return after !== undefined && 'text' in after && after.text.startsWith(' ')
}

function cutsOf(parts: readonly TemplatePart[]): readonly Cut[] | Wrong {
  const cuts: Cut[] = []
  for (const [index, part] of parts.entries()) {
    if ('text' in part) {
      // What a bare field is cut up to is passed over with it.
      const text = textBetween(parts, index)
      if (text !== '' && !isBare(parts, index - 1)) cuts.push(literal(text))
      continue
    }
    const { field, name } = part
    if (isQuoted(parts, index)) {
      const isRequest = field === 'request' && hasBlankBehind(parts, index)
      cuts.push(isRequest ? request : quoted(field))
    } else if (isBareRequest(parts, index)) cuts.push(bareRequest)
    else if (index === parts.length - 1) cuts.push(toEnd(field))
    else {
      const text = textBetween(parts, index + 1)
      if (text === '') return { wrong: `nothing stands behind ${name} that tells where it ends` }
      cuts.push(upTo(text, field))
    }
  }
  return cuts
}

/** The text of a part without the quotes that belong to the fields beside it; empty where a field stands. */
function textBetween(parts: readonly TemplatePart[], index: number): string {
  const part = parts[index]
  if (!part || 'field' in part) return ''
  const start = isQuoted(parts, index - 1) ? 1 : 0
  return part.text.slice(start, isQuoted(parts, index + 1) ? -1 : undefined)
}

/** A field that is cut up to the text behind it. */
function isBare(parts: readonly TemplatePart[], index: number): boolean {
  const part = parts[index]
  if (!part || 'text' in part) return false
  return !isQuoted(parts, index) && !isBareRequest(parts, index)
}

/** A request line without quotes holds blanks itself, so that none tells where it ends. */
function isBareRequest(parts: readonly TemplatePart[], index: number): boolean {
  const [part, after] = [parts[index], parts[index + 1]]
  if (!part || 'text' in part || part.field !== 'request' || isQuoted(parts, index)) return false
  return !after || ('text' in after && after.text.startsWith(' '))
}

/** Bare quotes inside a request are told from the last by the blank behind that. */
function hasBlankBehind(parts: readonly TemplatePart[], index: number): boolean {
  const after = parts[index + 1]
  return (
    after !== undefined && 'text' in after && (after.text === '"' || after.text.startsWith('" '))
  )
}

function isQuoted(parts: readonly TemplatePart[], index: number): boolean {
  const [before, part, after] = [parts[index - 1], parts[index], parts[index + 1]]
  if (!before || !part || !after || !('field' in part) || !('text' in before) || !('text' in after))
    return false
  return before.text.endsWith('"') && after.text.startsWith('"')
}
