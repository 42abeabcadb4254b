import { parseSource, type Source } from '@redalert/core'
import { commandWords } from './command-words.ts'
import type { Command } from './heard.ts'
import { ownLines } from './own-lines.ts'

/** Only so many of the first lines with ink are looked at: further down people tell stories. */
const mostLines = 5
const longestLine = 400
const mostSources = 20

/**
 * The commands in the first own lines of an answer: each on a line of its own, alone or before addresses. A line that
 * says anything more is a person's, and so is a pair that contradicts itself.
 */
export function readCommands(text: string): readonly Command[] {
  const lines = ownLines(text)
    .map(line => line.trim())
    .filter(line => line !== '')
    .slice(0, mostLines)
  const commands = lines.map(readCommand).filter(command => command !== undefined)
  const words = new Set(commands.map(({ word }) => word))
  const isContradiction = words.has('not ours') && (words.has('cleaned') || words.has('patched'))
  return isContradiction ? [] : commands
}

/** The command that a line is, if it is one. */
export function readCommand(line: string): Command | undefined {
  if (line.length > longestLine) return undefined
  const words = line
    .normalize('NFC')
    .toLowerCase()
    .split(/[\s,;]/)
    .filter(word => word !== '')
  for (const count of [1, 2, 3]) {
    const spelling = withoutMarks(words.slice(0, count).join(' '))
    const word = words.length < count ? undefined : commandWords.get(spelling)
    const sources = word === undefined ? undefined : sourcesOf(words.slice(count))
    if (word !== undefined && sources) return { word, sources }
  }
  return undefined
}

/** Every word must be an address: "cleaned up 192.0.2.7" is not for a program. */
function sourcesOf(words: readonly string[]): readonly Source[] | undefined {
  const sources = words.slice(0, mostSources).map(sourceOf)
  return words.length <= mostSources && sources.every(source => source !== undefined)
    ? sources
    : undefined
}

/** A word of a sentence could be the name of a host: one without a dot or a colon is none. */
function sourceOf(word: string): Source | undefined {
  return /.[.:]./.test(word) ? parseSource(word) : undefined
}

function withoutMarks(word: string): string {
  return word.replace(/^["'„“*]/, '').replace(/["'“”*]?[.!:]?["'“”*]?$/, '')
}
