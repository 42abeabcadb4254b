import { trustPolicy } from '../trust/trust-policy.ts'
import { configSchema } from './schema.ts'

type Schema = {
  readonly type?: string
  readonly description?: string
  readonly default?: unknown
  readonly properties?: Readonly<Record<string, Schema>>
}

/** The reference of `redalert.toml`, as a file in which everything is set to its standard and explained. */
export function configReference(): string {
  const { properties = {} } = configSchema as unknown as Schema
  const tables = Object.entries(properties).map(([name, schema]) =>
    name === 'trust' ? trustText(schema) : tableText(name, schema),
  )
  return `# redalert.toml: everything that can be set. What stands behind # has no standard.\n\n${tables.join('\n')}`
}

function tableText(name: string, schema: Schema): string {
  const isOptional =
    schema.default === undefined ||
    Object.values(schema.properties ?? {}).some(
      inner => inner.default === undefined && isNeeded(schema, inner),
    )
  const lines = Object.entries(schema.properties ?? {}).flatMap(([key, inner]) => [
    `# ${inner.description ?? ''}`,
    inner.default === undefined
      ? `# ${key} = `
      : `${isOptional ? '# ' : ''}${key} = ${valueText(inner.default)}`,
  ])
  return `# ${schema.description ?? ''}\n${isOptional ? '# ' : ''}[${name}]\n${lines.join('\n')}\n`
}

/** A table that cannot stand without something that has no standard is shown as a comment. */
function isNeeded(schema: Schema, inner: Schema): boolean {
  const { required = [] } = schema as { readonly required?: readonly string[] }
  return required.some(name => schema.properties?.[name] === inner)
}

function valueText(value: unknown): string {
  return Array.isArray(value) ? `[${value.map(valueText).join(', ')}]` : JSON.stringify(value)
}

/** The one table of tables: what a rule that is given says in each place. */
function trustText({ description = '' }: Schema): string {
  const lines = [`# ${description}`]
  const write = (place: string, table: object): void => {
    const [values, tables] = [[] as string[], [] as (readonly [string, object])[]]
    for (const [name, value] of Object.entries(table) as [string, unknown][]) {
      if (typeof value === 'object' && value !== null && !Array.isArray(value))
        tables.push([name, value])
      else values.push(`${name} = ${valueText(value)}`)
    }
    if (values.length > 0) lines.push(`[${place}]`, ...values)
    for (const [name, inner] of tables) write(`${place}.${name}`, inner)
  }
  write('trust', trustPolicy)
  return `${lines.join('\n')}\n`
}
