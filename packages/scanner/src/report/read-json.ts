import type { Cell, Evidence, Untrusted } from '@redalert/core'
import type { Finding } from '../finding.ts'
import { toUtf8 } from './byte-text.ts'
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

type Encoded = { readonly encoding?: 'latin1' }
type PlainEvidence = Evidence & Encoded
type PlainCell = Omit<Cell, 'evidence' | 'payloadHosts'> & {
  readonly evidence: readonly PlainEvidence[]
  readonly payloadHosts: readonly (string | ({ readonly host: string } & Encoded))[]
}

function findingOf(plain: PlainFinding): Finding {
  switch (plain.kind) {
    case 'sighting': {
      const { requests, approximate = false, cells, evidence, ...rest } = plain
      return {
        ...rest,
        requests: { count: requests, exact: !approximate },
        cells: cells.map(cellOf),
        evidence: evidence.map(evidenceOf),
      }
    }
    case 'payload-host': {
      const { host, encoding, ...rest } = plain
      return { ...rest, host: bytesOf(host, encoding) }
    }
    case 'answered': {
      const { text, encoding, ...rest } = plain
      return { ...rest, text: bytesOf(text, encoding) }
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

function cellOf({ evidence, payloadHosts, ...rest }: PlainCell): Cell {
  return {
    ...rest,
    evidence: evidence.map(evidenceOf),
    payloadHosts: payloadHosts.map(each =>
      typeof each === 'string' ? toUtf8(each) : bytesOf(each.host, each.encoding),
    ),
  }
}

function evidenceOf({ text, encoding, ...rest }: PlainEvidence): Evidence {
  return { ...rest, text: bytesOf(text, encoding) }
}

function bytesOf(text: string, encoding: 'latin1' | undefined): Untrusted {
  return encoding === undefined ? toUtf8(text) : text
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
