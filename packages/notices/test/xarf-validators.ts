import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import addFormats from 'ajv-formats'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { Compile } from 'typebox/schema'

const folder = join(import.meta.dirname, '..', '..', '..', 'fixtures', 'xarf', 'schemas')
const master = 'https://xarf.org/schemas/v4/xarf-v4-master.json'

type Schema = { readonly $id: string }
type Validator = { readonly name: string; readonly holds: (report: unknown) => boolean }

/** Two validators of XARF reports, by different people, on the schemas of xarf.org. */
export function xarfValidators(): readonly Validator[] {
  const schemas = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter(name => name.endsWith('.json'))
    .map(name => JSON.parse(readFileSync(join(folder, name), 'utf8')) as Schema)
  return [ajv(schemas), typebox(schemas)]
}

function ajv(schemas: readonly Schema[]): Validator {
  const validator = new Ajv2020({ strict: false })
  addFormats.default(validator)
  for (const schema of schemas) validator.addSchema(schema)
  return { name: 'ajv', holds: report => validator.validate(master, report) }
}

function typebox(schemas: readonly Schema[]): Validator {
  const byId = Object.fromEntries(schemas.map(schema => [schema.$id, schema]))
  const validator = Compile(byId, byId[master]!)
  return { name: 'typebox', holds: report => validator.Check(report) }
}
