import type { Status, StatusCount } from '@redalert/core'
import { isCount, isObject, parseJson } from './plain-values.ts'

/** Reads what a collector says became of it all; undefined when no collector says such a thing. */
export function readStatus(text: string): Status | undefined {
  const value = parseJson(text)
  if (!isObject(value) || value.kind !== 'status' || value.schema !== 1) return undefined
  const { submitter, at, all, families } = value
  const isWhole =
    typeof submitter === 'string' &&
    typeof at === 'string' &&
    isStatusCount(all) &&
    Array.isArray(families) &&
    families.every(
      each => isStatusCount(each) && 'family' in each && typeof each.family === 'string',
    )
  return isWhole ? (value as Status) : undefined
}

function isStatusCount(value: unknown): value is StatusCount {
  return (
    isObject(value) &&
    isCount(value.hosts) &&
    isCount(value.told) &&
    isObject(value.states) &&
    Object.values(value.states).every(isCount)
  )
}
