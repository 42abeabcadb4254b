import {
  bytesOfPlain,
  cellOfPlain,
  type Encoded,
  evidenceOfPlain,
  type PlainCell,
  type PlainEvidence,
} from '@redalert/core'
import type { Finding } from '../finding.ts'
import { jsonShapes } from './json-shapes.ts'
import { mismatch } from './shape.ts'

/** A finding, or what is wrong with the line that should hold it. */
export type JsonReading = { readonly finding: Finding } | { readonly wrong: string }

/** Reads one line that `--json` wrote, strictly: the inverse of `writeJson`. The number is for the error. */
export function readJson(line: string, number: number): JsonReading {
  const value = parse(line)
  if (typeof value !== 'object' || value === null || !('kind' in value)) {
    return {
      wrong: `line ${number} is not what redalert --json writes: it must be an object with a kind`,
    }
  }
  const kind = String(value.kind)
  if (!isKind(kind))
    return {
      wrong: `line ${number} is of a kind that this version does not know: ${JSON.stringify(kind)}`,
    }
  const wrong = mismatch(value, jsonShapes[kind], kind)
  return wrong === undefined
    ? { finding: findingOf(value as PlainFinding) }
    : { wrong: `line ${number}: ${wrong}` }
}

/** A finding as JSON holds it: texts of bytes may be in UTF-8, and requests are a number. */
type PlainFinding =
  | (Omit<Extract<Finding, { kind: 'sighting' }>, 'requests' | 'cells' | 'evidence'> & {
      readonly requests: number
      readonly approximate?: true
      readonly cells: readonly PlainCell[]
      readonly evidence: readonly PlainEvidence[]
    })
  | (Extract<Finding, { kind: 'payload-host' | 'answered' }> & Encoded)
  | Exclude<Finding, { kind: 'sighting' | 'payload-host' | 'answered' }>

function findingOf(plain: PlainFinding): Finding {
  switch (plain.kind) {
    case 'sighting': {
      const { requests, approximate = false, cells, evidence, ...rest } = plain
      return {
        ...rest,
        requests: { count: requests, exact: !approximate },
        cells: cells.map(cellOfPlain),
        evidence: evidence.map(evidenceOfPlain),
      }
    }
    case 'payload-host': {
      const { host, encoding, ...rest } = plain
      return { ...rest, host: bytesOfPlain(host, encoding) }
    }
    case 'answered': {
      const { text, encoding, ...rest } = plain
      return { ...rest, text: bytesOfPlain(text, encoding) }
    }
    case 'redalert':
    case 'unread':
    case 'fault':
    case 'remark':
    case 'coverage':
    case 'summary':
      return plain
  }
}

function isKind(kind: string): kind is Finding['kind'] {
  return Object.hasOwn(jsonShapes, kind)
}

function parse(line: string): unknown {
  try {
    return JSON.parse(line)
  } catch {
    return undefined
  }
}
