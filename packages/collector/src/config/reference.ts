import { configSchema } from './schema.ts'

type Schema = {
  readonly type?: string
  readonly description?: string
  readonly default?: unknown
  readonly properties?: Readonly<Record<string, Schema>>
  readonly patternProperties?: Readonly<Record<string, Schema>>
}

/** The reference of `redalert.toml`, as a file in which everything is set to its standard and explained. */
export function configReference(): string {
  const { properties = {} } = configSchema as unknown as Schema
  const tables = Object.entries(properties).map(([name, schema]) => tableText(name, schema))
  return `# redalert.toml: everything that can be set. What stands behind # has no standard.\n\n${tables.join('\n')}`
}

function tableText(name: string, schema: Schema): string {
  const [each] = Object.values(schema.patternProperties ?? {})
  if (each)
    return tableText(`${name}.NAME`, each)
      .replace('[', '# [')
      .replaceAll(/^(?=[a-z])/gm, '# ')
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
