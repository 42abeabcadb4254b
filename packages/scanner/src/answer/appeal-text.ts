import type { Appeal } from '@redalert/core'
import { terminalText } from '../report/terminal.ts'

/** An appeal for the person who is to answer it, in their language where there is a text in it. */
export function appealText(appeal: Appeal, locale: string | undefined): readonly string[] {
  const { texts, collector, contact, key } = appeal
  const language = (locale ?? '').slice(0, 2).toLowerCase()
  const text =
    texts.find(each => each.language.slice(0, 2) === language) ??
    texts.find(each => each.language === 'en')
  return [
    ...(text ? [terminalText(text.title), '', ...text.text.split('\n').map(shown)] : []),
    '',
    `By ${terminalText(collector)}, ${terminalText(contact)}, signed with the key ${key}`,
    '',
  ]
}

function shown(line: string): string {
  return line === '' ? '' : `  ${terminalText(line)}`
}
