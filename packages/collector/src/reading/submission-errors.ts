import { submissionSchema } from '@redalert/core'
import Schema from 'typebox/schema'

const schema = Schema.Compile(submissionSchema)

/** What is wrong with a submission by its schema, in one sentence without its end; undefined when nothing is. */
export function submissionErrors(plain: unknown): string | undefined {
  if (schema.Check(plain)) return undefined
  const [, [first]] = schema.Errors(plain)
  if (!first) return 'it does not fit the schema'
  const place = first.instancePath === '' ? 'the whole' : first.instancePath.slice(0, 100)
  return `${place} ${first.message}`
}
