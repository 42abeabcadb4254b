import type { Untrusted } from '@redalert/core'

/** An object of an answer, of which nothing is known. */
export type Json = Readonly<Record<string, unknown>>

const longestText = 1000
const longestList = 200

/** The value as an object; an empty one when it is none. */
export function objectOf(value: unknown): Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Json) : {}
}

/** The value as a list, cut where no honest one is so long; one value alone is a list of it. */
export function listOf(value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return value.slice(0, longestList)
  return value === undefined || value === null ? [] : [value]
}

/** The value as text, cut where no honest one is so long; undefined when it is none. */
export function textOf(value: unknown): Untrusted | undefined {
  return typeof value === 'string' && value !== '' ? value.slice(0, longestText) : undefined
}

/** The texts of a list, in lower case. */
export function wordsOf(value: unknown): readonly string[] {
  return listOf(value).flatMap(one => textOf(one)?.toLowerCase() ?? [])
}
