import { type ParseError, printParseErrorCode } from 'jsonc-parser'

type Words = { readonly problem: string; readonly help: string }

/** What a person is told of a text that is no JSON. */
export function syntaxWords(text: string, error: ParseError | undefined): Words {
  if (!error) return words.ValueExpected
  const before = text.slice(0, error.offset).trimEnd()
  if (text.slice(error.offset).trim() === '' && before !== '') return endsEarly
  if (before.endsWith(',')) return afterComma
  const code = printParseErrorCode(error.error)
  return isKnown(code) ? words[code] : words.InvalidSymbol
}

const endsEarly: Words = {
  problem: 'the file ends in the middle',
  help: 'close what is open with } or ]',
}

const afterComma: Words = {
  problem: 'a comma stands before this, and nothing that it could part',
  help: 'remove the comma',
}

const comment: Words = {
  problem: 'JSON has no comments',
  help: 'remove it; a "why" beside a sample can say it',
}

const openText: Words = {
  problem: 'this text does not end on its line',
  help: 'close it with ", and write a line break as \\n',
}

const words = {
  InvalidSymbol: {
    problem: 'this is no JSON',
    help: 'write names and texts in "double quotes"',
  },
  InvalidNumberFormat: { problem: 'this is no number', help: 'write it like 5' },
  PropertyNameExpected: {
    problem: 'a name must stand here',
    help: 'write it in "double quotes"',
  },
  ValueExpected: { problem: 'a value must stand here', help: 'write one, or remove the name' },
  ColonExpected: { problem: 'a colon is missing before this', help: 'write "name": value' },
  CommaExpected: {
    problem: 'a comma is missing before this',
    help: 'put one behind what stands before',
  },
  CloseBraceExpected: { problem: 'a } is missing before this', help: 'close the object' },
  CloseBracketExpected: { problem: 'a ] is missing before this', help: 'close the list' },
  EndOfFileExpected: {
    problem: 'the family ends before this',
    help: 'remove what stands behind it: a file holds one family',
  },
  InvalidCommentToken: comment,
  UnexpectedEndOfComment: comment,
  UnexpectedEndOfString: openText,
  UnexpectedEndOfNumber: { problem: 'this number does not end', help: 'write it like 5' },
  InvalidUnicode: { problem: '\\u needs four hexadecimal digits', help: 'write it like \\u9090' },
  InvalidEscapeCharacter: {
    problem: 'JSON knows no such escape',
    help: 'write a backslash as \\\\ and any other byte like \\u0090',
  },
  InvalidCharacter: {
    problem: 'a control character stands in this text',
    help: 'write it like \\u0007',
  },
} as const satisfies { readonly [Code in string]: Words }

function isKnown(code: string): code is keyof typeof words {
  return Object.hasOwn(words, code)
}
