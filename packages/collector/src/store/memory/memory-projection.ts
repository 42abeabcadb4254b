import {
  type Account,
  addCoverage,
  type Address,
  addressWords,
  cellKey,
  contains,
  type Coverage,
  type Hour,
  mergeCells,
  sight,
  signatures,
  type Source,
  wholeMark,
} from '@redalert/core'
import { stepHost } from '../../cases/host.ts'
import { sourceBytes, sourceOfBytes } from '../../told/source-bytes.ts'
import { unpackCells } from '../../told/unpack-cells.ts'
import { compareToldCells } from '../compare-told-cells.ts'
import type { HostRow, Projected, Projection, ToldCell } from '../store.ts'

/** The projection as a table of cells; every answer is worked out from it when it is asked for. */
export function memoryProjection(): Omit<Projection, 'position'> & {
  readonly projected: () => number
  readonly account: (sequence: number) => Account | undefined
} {
  const cells = new Map<string, ToldCell>()
  const accounts = new Map<number, Account>()
  const coverage = new Map<string, Map<string, Coverage>>()
  let projected = 0

  const sources = (): readonly Source[] => {
    const found = new Set([...cells.values()].map(({ cell }) => cell.source))
    return [...found].toSorted((one, other) => compare(bytesOf(one), bytesOf(other)))
  }
  const toldOf = (source: Source): readonly ToldCell[] =>
    [...cells.values()].filter(({ cell }) => cell.source === source).toSorted(compareToldCells)
  const hostsOf = (source: Source): readonly HostRow[] => {
    const told = toldOf(source)
    return sight(
      told.map(({ cell }) => cell),
      signatures,
      null,
    )
      .map(({ family, grade, first, last, requests, cells: proof }) => {
        const tellers = told.filter(({ cell }) => proof.includes(cell))
        return {
          source,
          family,
          state: stepHost(undefined, { kind: 'judged', grade }),
          grade,
          first,
          last,
          requests,
          sensors: new Set(tellers.map(({ cell, submitter }) => `${submitter} ${cell.sensor}`))
            .size,
          submitters: new Set(tellers.map(({ submitter }) => submitter)).size,
        }
      })
      .toSorted((one, other) => compare(one.family, other.family))
  }
  const addCells = ({ sequence, submitter, told }: Projected): void => {
    const known = new Set([...cells.values()].map(({ cell }) => cell.source))
    const hosts = { new: 0, known: 0 }
    const seen = new Set<Source>()
    let [knownCells, knownRequests] = [0, 0]
    for (const cell of unpackCells(told.cells)) {
      if (!seen.has(cell.source)) hosts[known.has(cell.source) ? 'known' : 'new']++
      seen.add(cell.source)
      const key = `${submitter}\n${cellKey(cell)}`
      const before = cells.get(key)?.cell
      const merged = before ? mergeCells(before, cell) : cell
      if (before && JSON.stringify(before) === JSON.stringify(merged)) knownCells++
      const identities = new Set(before?.identities)
      knownRequests += cell.identities.filter(each => identities.has(each)).length
      cells.set(key, { submitter, cell: merged })
    }
    const more = told.account.unit === 'line' ? knownRequests : knownCells
    const duplicates = Math.min(told.account.accepted, told.account.duplicates + more)
    accounts.set(sequence, { ...told.account, duplicates, hosts })
  }
  return {
    projected: () => projected,
    account: sequence => accounts.get(sequence),
    project(batch) {
      for (const each of batch) {
        addCells(each)
        const sensors = coverage.get(each.submitter) ?? new Map<string, Coverage>()
        coverage.set(each.submitter, sensors)
        for (const sensor of each.told.coverage) addCoverage(sensors, sensor)
        projected = each.sequence
      }
      return Promise.resolve()
    },
    *hosts({ within, since, until, family }) {
      for (const source of sources()) {
        if (within && !contains(within, source as Address)) continue
        for (const host of hostsOf(source)) {
          if (since !== undefined && host.last < since) continue
          if (until !== undefined && host.last >= until) continue
          if (family === undefined || family === host.family) yield host
        }
      }
    },
    cells: toldOf,
    cellsOf: sources => new Map([...sources].map(source => [source, toldOf(source)])),
    *allCells() {
      for (const source of sources()) yield* toldOf(source)
    },
    curve(family) {
      const home = signatures.find(({ id }) => id === family)
      const showing = new Map<Hour, Set<Source>>()
      for (const { cell } of cells.values()) {
        if (!home || !Object.hasOwn(home.marks, wholeMark(cell.mark) ?? cell.mark)) continue
        showing.set(cell.hour, (showing.get(cell.hour) ?? new Set()).add(cell.source))
      }
      return [...showing]
        .toSorted(([one], [other]) => compare(one, other))
        .map(([hour, found]) => ({ hour, hosts: found.size, exact: true }))
    },
    networks({ since, limit }) {
      const found = new Map<string, number>()
      for (const source of sources()) {
        if (!hostsOf(source).some(({ last }) => since === undefined || last >= since)) continue
        const network = networkOf(source)
        found.set(network, (found.get(network) ?? 0) + 1)
      }
      return [...found]
        .map(([network, hosts]) => ({ network, hosts }))
        .toSorted((one, other) => other.hosts - one.hosts || compare(one.network, other.network))
        .slice(0, limit)
    },
    coverage: submitter =>
      [...(coverage.get(submitter)?.values() ?? [])].toSorted((one, other) =>
        compare(one.sensor, other.sensor),
      ),
    forgetProjection() {
      for (const table of [cells, accounts, coverage]) table.clear()
      projected = 0
      return Promise.resolve()
    },
  }
}

function bytesOf(source: Source): string {
  return sourceBytes(source) ?? ''
}

function networkOf(source: Source): string {
  const bytes = bytesOf(source)
  const kept = (addressWords(source)?.length ?? 0) === 2 ? 2 : 4
  return `${sourceOfBytes(bytes.slice(0, kept).padEnd(bytes.length, '\0'))}/${kept * 8}`
}

function compare(one: string, other: string): number {
  if (one === other) return 0
  return one < other ? -1 : 1
}
