import type { Path } from '@redalert/core'
import { findNodeAtLocation, type Node, type ParseError, parseTree } from 'jsonc-parser'
import { deepestNesting, tooDeep } from './nesting.ts'
import { type Position, positionAt } from './position.ts'
import { syntaxWords } from './syntax-words.ts'

/** A JSON value, and where in its text each part of it stands. */
export type PlacedJson =
  | { readonly value: unknown; readonly positionOf: (path: Path) => Position }
  | { readonly mistakes: readonly Mistake[] }

/** What is wrong with a text that should be JSON, where, and what to do. */
export type Mistake = Position & { readonly problem: string; readonly help: string }

/** Reads JSON as strictly as JSON is written, and tells places: comments, trailing commas and names given twice are mistakes. */
export function readPlacedJson(text: string): PlacedJson {
  const deep = tooDeep(text)
  if (deep !== undefined) {
    const problem = `this is nested more than ${deepestNesting} deep`
    return { mistakes: [{ ...positionAt(text, deep), problem, help: 'no family needs that' }] }
  }
  const errors: ParseError[] = []
  const root = parseTree(text, errors, { disallowComments: true })
  const [first] = errors
  if (first || !root) {
    const offset = first?.offset ?? 0
    return { mistakes: [{ ...positionAt(text, offset), ...syntaxWords(text, first) }] }
  }
  const twice = namesGivenTwice(root)
  if (twice.length > 0) return { mistakes: twice.map(node => givenTwice(text, node)) }
  try {
    return {
      value: JSON.parse(text),
      positionOf: path => positionAt(text, nearestNode(root, path).offset),
    }
  } catch (error) {
    const problem = error instanceof Error ? error.message : String(error)
    return { mistakes: [{ line: 1, column: 1, problem, help: 'write it as JSON asks' }] }
  }
}

/** The name of a field, or the item of a list; of what is missing, the nearest place above that is there. */
function nearestNode(root: Node, path: Path): Node {
  for (let length = path.length; length > 0; length--) {
    const node = findNodeAtLocation(root, path.slice(0, length))
    if (!node) continue
    const name = node.parent?.type === 'property' ? node.parent.children?.[0] : undefined
    return name ?? node
  }
  return root
}

function namesGivenTwice(node: Node): readonly Node[] {
  const children = node.children ?? []
  const below = children.flatMap(namesGivenTwice)
  if (node.type !== 'object') return below
  const seen = new Set<unknown>()
  const twice = children.flatMap(({ children: [name] = [] }) => {
    if (!name) return []
    const isKnown = seen.has(name.value)
    seen.add(name.value)
    return isKnown ? [name] : []
  })
  return [...twice, ...below]
}

function givenTwice(text: string, name: Node): Mistake {
  const problem = `${JSON.stringify(name.value)} stands here a second time`
  return { ...positionAt(text, name.offset), problem, help: 'keep one of them' }
}
