import { Value } from 'typebox/value'
import { type OutboxLimits, outboxSchema } from './schema.ts'

/** What holds where the configuration says nothing. */
export function standardLimits(): OutboxLimits {
  return Value.Parse(outboxSchema, Value.Default(outboxSchema, {}))
}
