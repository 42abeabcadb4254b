import { keptEvidence, keptIdentities, keptPayloadHosts } from './cell.ts'
import { submissionLimits, submissionVersion } from './submission.ts'

const instant = {
  type: 'string',
  pattern: '^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}Z$',
} as const
const hourPattern = '^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}$'
const sensor = { type: 'string', pattern: '^[A-Za-z0-9][A-Za-z0-9._:-]{0,63}$' } as const
const encoding = { type: 'string', const: 'latin1' } as const

const evidence = {
  type: 'object',
  additionalProperties: false,
  required: ['at', 'text'],
  properties: {
    at: instant,
    text: { type: 'string', minLength: 1, maxLength: submissionLimits.evidence },
    encoding,
  },
} as const

const payloadHost = {
  anyOf: [
    { type: 'string', minLength: 1, maxLength: 261 },
    {
      type: 'object',
      additionalProperties: false,
      required: ['host'],
      properties: { host: { type: 'string', minLength: 1, maxLength: 261 }, encoding },
    },
  ],
} as const

const cell = {
  type: 'object',
  additionalProperties: false,
  required: [
    'sensor',
    'source',
    'mark',
    'hour',
    'clock',
    'identities',
    'first',
    'last',
    'evidence',
    'payloadHosts',
    'ownPayload',
  ],
  properties: {
    sensor,
    source: { type: 'string', minLength: 1, maxLength: 253 },
    mark: { type: 'string', pattern: '^[a-z0-9][a-z0-9-]{0,63}(~cut)?$' },
    hour: { type: 'string', pattern: hourPattern },
    clock: { type: 'string', enum: ['known', 'assumed'] },
    identities: {
      type: 'array',
      minItems: 1,
      maxItems: keptIdentities,
      items: { type: 'string', pattern: '^[0-9a-f]{16}$' },
    },
    first: instant,
    last: instant,
    evidence: { type: 'array', minItems: 1, maxItems: keptEvidence, items: evidence },
    payloadHosts: { type: 'array', maxItems: keptPayloadHosts, items: payloadHost },
    ownPayload: { type: 'boolean' },
  },
} as const

const coverage = {
  type: 'object',
  additionalProperties: false,
  required: ['sensor', 'hours', 'listens', 'signatures'],
  properties: {
    sensor,
    hours: {
      type: 'object',
      maxProperties: submissionLimits.hours,
      additionalProperties: false,
      patternProperties: {
        [hourPattern]: { type: 'integer', minimum: 0, maximum: Number.MAX_SAFE_INTEGER },
      },
    },
    listens: {
      anyOf: [
        { type: 'null' },
        {
          type: 'array',
          maxItems: submissionLimits.listens,
          items: { type: 'string', minLength: 1, maxLength: 253 },
        },
      ],
    },
    signatures: { type: 'string', minLength: 1, maxLength: 64 },
  },
} as const

/** The JSON Schema (2020-12) of a submission; the contract, together with `docs/protocol.md`. */
export const submissionSchema = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  title: 'A submission to a redalert collector',
  type: 'object',
  additionalProperties: false,
  required: ['kind', 'schema', 'writer', 'zone', 'cells', 'coverage'],
  properties: {
    kind: { type: 'string', const: 'submission' },
    schema: { type: 'integer', const: submissionVersion },
    writer: { type: 'string', minLength: 1, maxLength: 100 },
    zone: { anyOf: [{ type: 'null' }, { type: 'string', minLength: 1, maxLength: 64 }] },
    cells: { type: 'array', maxItems: submissionLimits.cells, items: cell },
    coverage: { type: 'array', maxItems: submissionLimits.sensors, items: coverage },
  },
} as const
