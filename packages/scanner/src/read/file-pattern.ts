import type { PlatformPath } from 'node:path'
import { type NamePattern, type NameRules, onlyName, readNamePattern } from './name-pattern.ts'

/** One step of a pattern: a name, names that fit, or (`**`) any folders, none too. */
export type Step =
  | { readonly kind: 'name'; readonly name: string }
  | { readonly kind: 'fitting'; readonly pattern: NamePattern; readonly literal: string }
  | { readonly kind: 'anywhere' }

/** A pattern for files: where it starts (empty: the current folder), and the steps from there. */
export type FilePattern = { readonly root: string; readonly steps: readonly Step[] }

/** Whether a text has what a pattern is made of; it may be the plain name of a file all the same. */
export function isPattern(text: string): boolean {
  return ['*', '?', '[', '{'].some(letter => text.includes(letter))
}

/** How names are written on a platform; Windows separates with backslashes and does not tell upper from lower case. */
export function nameRules(paths: PlatformPath): NameRules {
  const windows = paths.sep === '\\'
  return { escape: !windows, caseless: windows }
}

/** Reads a pattern without braces, as cmd and PowerShell hand it on unexpanded: `C:\inetpub\logs\LogFiles\W3SVC?\*.log`. */
export function readFilePattern(text: string, paths: PlatformPath): FilePattern {
  const { root } = paths.parse(text)
  const rules = nameRules(paths)
  const separators = rules.escape ? ['/'] : ['/', '\\']
  const names: string[] = ['']
  for (const letter of text.slice(root.length)) {
    if (separators.includes(letter)) names.push('')
    else names.push(`${names.pop() ?? ''}${letter}`)
  }
  const steps: Step[] = []
  for (const name of names) {
    if (name === '') continue
    if (name !== '**') steps.push(readStep(name, rules))
    else if (steps.at(-1)?.kind !== 'anywhere') steps.push({ kind: 'anywhere' })
  }
  return { root, steps }
}

function readStep(text: string, rules: NameRules): Step {
  const pattern = readNamePattern(text, rules)
  const isName = onlyName(pattern) !== undefined
  if (!isName) return { kind: 'fitting', pattern, literal: text }
  return { kind: 'name', name: rules.escape ? (onlyName(pattern) ?? text) : text }
}
