import { appealLimits, appealVersion } from './appeal.ts'

const instant = {
  type: 'string',
  pattern: '^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}Z$',
} as const
const name = { type: 'string', pattern: '^[a-z0-9][a-z0-9-]{0,63}$' } as const

/** The JSON Schema (2020-12) of an appeal, for those who write a reader of their own; {@link readAppeal} asks for more. */
export const appealSchema = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  title: 'A collector’s appeal for logs',
  type: 'object',
  additionalProperties: false,
  required: [
    'kind',
    'schema',
    'id',
    'made',
    'collector',
    'contact',
    'from',
    'until',
    'deadline',
    'families',
    'signatures',
    'to',
    'texts',
    'key',
    'signature',
  ],
  properties: {
    kind: { type: 'string', const: 'appeal' },
    schema: { type: 'integer', const: appealVersion },
    id: name,
    made: instant,
    collector: { type: 'string', minLength: 1, maxLength: 200 },
    contact: { type: 'string', minLength: 1, maxLength: 200 },
    from: instant,
    until: instant,
    deadline: instant,
    families: { type: 'array', maxItems: appealLimits.families, items: name },
    signatures: { type: 'array', maxItems: appealLimits.signatures, items: { type: 'object' } },
    to: {
      type: 'object',
      additionalProperties: false,
      required: ['url', 'mail'],
      properties: {
        url: {
          anyOf: [{ type: 'null' }, { type: 'string', pattern: '^https?://', maxLength: 2000 }],
        },
        mail: { anyOf: [{ type: 'null' }, { type: 'string', pattern: '@', maxLength: 320 }] },
      },
    },
    texts: {
      type: 'array',
      minItems: 1,
      maxItems: appealLimits.texts,
      items: {
        type: 'object',
        additionalProperties: false,
        required: ['language', 'title', 'text'],
        properties: {
          language: { type: 'string', pattern: '^[a-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}$' },
          title: { type: 'string', minLength: 1, maxLength: appealLimits.title },
          text: { type: 'string', minLength: 1, maxLength: appealLimits.text },
        },
      },
    },
    key: { type: 'string', pattern: '^[A-Za-z0-9_-]{43}$' },
    signature: { type: 'string', pattern: '^[A-Za-z0-9_-]{86}$' },
  },
} as const
