import { Fault } from '@redalert/core'
import type { NoticesFaultCode } from './notice-faults.ts'
import { hidden } from './hidden.ts'

/** Text that may stand in a header of a mail: it holds no line break and nothing hidden. Only {@link headerText} makes it. */
export type HeaderText = string & { readonly _: 'HeaderText' }

const longest = 500

/** Takes text for a header whole, or not at all: a header that was repaired would say what nobody wrote. */
export function headerText(text: string): HeaderText {
  if (text.length > longest) throw refusal(`is longer than ${longest} characters`)
  if (text.search(hidden) !== -1) throw refusal('holds a control or hidden character')
  return text as HeaderText
}

function refusal(why: string): Fault<NoticesFaultCode> {
  return new Fault('bad-header', `A header of a mail cannot be written: its text ${why}.`)
}
