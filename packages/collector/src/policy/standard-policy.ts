import { Value } from 'typebox/value'
import { type Policy, policySchema } from './schema.ts'

/** What holds where the configuration says nothing. */
export function standardPolicy(): Policy {
  return Value.Parse(policySchema, Value.Default(policySchema, {}))
}
