const count = { type: 'integer', minimum: 0 } as const
const points = { type: 'number', minimum: 0, maximum: 100 } as const
const share = { type: 'number', minimum: 0, maximum: 1 } as const

const needed = optional({
  points,
  parties: { type: 'integer', minimum: 1 },
  grade: { type: 'string', enum: ['infected', 'likely'] },
  ownAlone: { type: 'boolean' },
})

/** The JSON Schema of the table `[trust]` of the configuration; what it leaves out is as {@link trustPolicy} says. */
export const trustSchema = optional({
  points: optional({ own: points, vetted: points, established: points, new: points }),
  evidence: optional({ infected: share, likely: share, probe: share }),
  needed: optional({ ask: needed, assert: needed, escalate: needed }),
  newHostsPerDay: optional({ vetted: count, established: count, new: count }),
  history: optional({ days: count, hosts: { type: 'integer', minimum: 1 } }),
  lies: optional({
    thin: { type: 'array', minItems: 1, maxItems: 8, items: { type: 'integer', minimum: 1 } },
    score: { type: 'number', minimum: 0 },
    parties: { type: 'integer', minimum: 3 },
  }),
  withinDays: { type: 'integer', minimum: 1, maximum: 3650 },
  prefix: optional({
    ipv4: { type: 'integer', minimum: 1, maximum: 32 },
    ipv6: { type: 'integer', minimum: 1, maximum: 128 },
  }),
})

/** An object whose fields may all be left out, and which has no others. */
function optional<const Fields extends object>(properties: Fields) {
  return { type: 'object', additionalProperties: false, properties } as const
}
