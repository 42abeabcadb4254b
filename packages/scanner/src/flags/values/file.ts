import type { Value } from '../value.ts'
import { text } from './text.ts'

/** The name of a file, which need not exist. */
export const file: Value<string> = { ...text('FILE'), isFile: true }
