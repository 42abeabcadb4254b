import { hidden } from './hidden.ts'

/** Writes a value as one line of JSON in which everything that a terminal would obey is escaped. */
export function safeJson(value: object): string {
  return escapeHidden(JSON.stringify(value))
}

/** JSON that says the same, with everything that a terminal would obey escaped. */
export function escapeHidden(json: string): string {
  return json.replace(hidden, escape)
}

function escape(letter: string): string {
  return letter.replace(/[^]/g, unit => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
}
