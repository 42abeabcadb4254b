import { nearestName } from '@redalert/core'
import { parse, TomlError } from 'smol-toml'
import { Value } from 'typebox/value'
import { policyContradictions } from '../policy/policy-contradictions.ts'
import { readTrust } from '../trust/read-trust.ts'
import { type Config, configSchema, type StatedConfig } from './schema.ts'

/** A configuration, or everything that is wrong with it, as sentences. */
export type ConfigReading = { readonly config: Config } | { readonly wrong: readonly string[] }

/** Reads `redalert.toml`, strictly: whoever mistypes a name should not believe that it was set. */
export function readConfig(toml: string): ConfigReading {
  let given: unknown
  try {
    given = parse(toml)
  } catch (error) {
    if (!(error instanceof TomlError)) throw error
    return {
      wrong: [`line ${error.line}, column ${error.column}: ${error.message.split('\n')[0]}`],
    }
  }
  const unknown = unknownNames(given, configSchema as unknown as Schema, '')
  if (unknown.length > 0) return { wrong: unknown }
  const config: unknown = Value.Default(configSchema, given)
  if (Value.Check(configSchema, config)) {
    const trust = readTrust(config.trust)
    const wrong = [...contradictions(config), ...(trust.kind === 'refused' ? trust.because : [])]
    if (wrong.length > 0 || trust.kind === 'refused') return { wrong }
    return { config: { ...config, trust: trust.policy } }
  }
  return { wrong: Value.Errors(configSchema, config).map(errorText) }
}

/** What is set when nothing is. */
export function standardConfig(): Config {
  const reading = readConfig('')
  if ('wrong' in reading) throw new RangeError(reading.wrong.join('; '))
  return reading.config
}

type Schema = {
  readonly properties?: Readonly<Record<string, Schema>>
}

function unknownNames(value: unknown, schema: Schema, place: string): readonly string[] {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return []
  const { properties } = schema
  return Object.entries(value).flatMap(([name, inner]) => {
    const path = place === '' ? name : `${place}.${name}`
    const known = properties && Object.hasOwn(properties, name) ? properties[name] : undefined
    if (known) return unknownNames(inner, known, path)
    if (path === 'submitters')
      return ['submitters are enrolled by redalert-collector submitters add, and not here']
    const nearest = nearestName(name, Object.keys(properties ?? {}))
    return [`there is no ${path}${nearest === undefined ? '' : `: did you mean ${nearest}?`}`]
  })
}

function errorText({
  instancePath,
  message,
}: {
  readonly instancePath: string
  readonly message: string
}): string {
  return `${instancePath.slice(1).replaceAll('/', '.') || 'the file'} ${message}`
}

function contradictions({ smtp, policy }: StatedConfig): readonly string[] {
  const wrong = [...policyContradictions(policy)]
  if ((smtp.tls_cert === undefined) !== (smtp.tls_key === undefined))
    wrong.push('smtp.tls_cert and smtp.tls_key go together: set both, or neither')
  return wrong
}
