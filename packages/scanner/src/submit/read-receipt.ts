import type { Account, Receipt, Refused, Repaired } from '@redalert/core'
import { isCount, isObject, parseJson } from './plain-values.ts'

/** What a collector answered: the number it gave, and its receipt where it is one. */
export type Answer = { readonly id: string; readonly receipt: Receipt | null }

/** Reads an answer, which may be anything; undefined when no collector says such a thing. */
export function readAnswer(text: string): Answer | undefined {
  const value = parseJson(text)
  if (!isObject(value) || typeof value.id !== 'string' || value.id === '') return undefined
  if (!/^[\x21-\x7e]{1,200}$/.test(value.id)) return undefined
  return { id: value.id, receipt: receiptOf(value.receipt) }
}

function receiptOf(value: unknown): Receipt | null {
  if (!isObject(value) || value.kind !== 'receipt' || value.schema !== 1) return null
  const { id, at, sha256, bytes, submitter, state } = value
  if (![id, at, sha256, submitter].every(each => typeof each === 'string')) return null
  if (!isCount(bytes) || (state !== 'kept' && state !== 'read')) return null
  const account = value.account === null ? null : accountOf(value.account)
  return account === undefined ? null : ({ ...value, account } as Receipt)
}

const counts = ['units', 'accepted', 'duplicates', 'other', 'skipped', 'contacts'] as const

function accountOf(value: unknown): Account | undefined {
  if (!isObject(value) || (value.unit !== 'line' && value.unit !== 'cell')) return undefined
  const { refused, repaired, advice, hosts } = value
  const isWhole =
    counts.every(name => isCount(value[name])) &&
    Array.isArray(refused) &&
    refused.every(isRefused) &&
    Array.isArray(repaired) &&
    repaired.every(isRepaired) &&
    Array.isArray(advice) &&
    advice.every(each => typeof each === 'string') &&
    isObject(hosts) &&
    isCount(hosts.new) &&
    isCount(hosts.known)
  return isWhole ? (value as Account) : undefined
}

function isRefused(value: unknown): value is Refused {
  return (
    isObject(value) &&
    typeof value.reason === 'string' &&
    typeof value.because === 'string' &&
    isCount(value.count) &&
    Array.isArray(value.numbers) &&
    value.numbers.every(pair => Array.isArray(pair) && pair.length === 2 && pair.every(isCount))
  )
}

function isRepaired(value: unknown): value is Repaired {
  return isObject(value) && typeof value.because === 'string' && isCount(value.count)
}
