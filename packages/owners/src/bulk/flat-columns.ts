import type { Column } from '../ranges/columns.ts'
import type { Key } from '../ranges/key.ts'
import { growingColumn } from './growing-column.ts'

/** Ranges with a value each, as they come in. */
export function flatColumns() {
  const [starts, ends, values] = [growingColumn(), growingColumn(), growingColumn()]
  return {
    push(keys: { readonly start: Key; readonly end: Key }, value: number) {
      starts.push(...keys.start)
      ends.push(...keys.end)
      values.push(value)
    },
    finish: (): { starts: Column; ends: Column; values: Uint32Array } => ({
      starts: starts.finish(),
      ends: ends.finish(),
      values: values.finish(),
    }),
  }
}
