import { type Static, Type } from 'typebox'
import { outboxSchema } from '../outbox/planning/schema.ts'
import { policySchema } from '../policy/schema.ts'
import type { StatedTrust } from '../trust/read-trust.ts'
import type { TrustPolicy } from '../trust/trust-policy.ts'
import { trustSchema } from '../trust/trust-schema.ts'

const listen = (description: string, standard: string) =>
  Type.String({
    description: `${description} \`off\`: not at all.`,
    pattern: '^(off|(\\[[0-9a-fA-F:]+\\]|[^\\s:]+):[0-9]{1,5})$',
    default: standard,
  })
const file = (description: string) => Type.String({ description, minLength: 1 })
const texts = (description: string, pattern?: string) =>
  Type.Array(Type.String(pattern === undefined ? {} : { pattern }), { description, default: [] })
const whole = (description: string, standard: number, most: number) =>
  Type.Integer({ description, minimum: 1, maximum: most, default: standard })
const table = <Properties extends Type.TProperties>(description: string, properties: Properties) =>
  Type.Object(properties, { description, additionalProperties: false, default: {} })

/** A table that is there only when somebody writes it. */
const extraTable = <Properties extends Type.TProperties>(
  description: string,
  properties: Properties,
) => Type.Optional(Type.Object(properties, { description, additionalProperties: false }))

const mailAddress = '^[^\\s@<>",]+@[^\\s@<>",]+$'

/** Everything that can be set in `redalert.toml`. Its reference is printed from here. */
export const configSchema = Type.Object(
  {
    http: table('Taking in by HTTP.', {
      listen: listen('Where to listen.', '127.0.0.1:8080'),
      address: Type.Optional(
        Type.String({
          description:
            'How this collector is reached from outside, `https://collector.example.org`; the scanner that it hands out sends there.',
          pattern: '^https?://[^\\s/]+$',
        }),
      ),
      trust_proxy: texts('Networks of the reverse proxies whose X-Forwarded-For is believed.'),
      max_body_mb: whole('How much one request may hold.', 16, 1024),
      per_minute: whole('How often one key, or one network without, may come.', 600, 1_000_000),
    }),
    smtp: table('Taking in by mail, from clients and other mail servers.', {
      listen: listen('Where to listen for SMTP.', '127.0.0.1:2525'),
      lmtp: listen('Where to listen for LMTP, from a mail server in front.', 'off'),
      name: Type.String({
        description: 'How the server calls itself.',
        default: 'redalert.invalid',
        pattern: '^[A-Za-z0-9.-]+$',
      }),
      mailboxes: Type.Array(Type.String({ pattern: '^[a-z0-9][a-z0-9._-]*$' }), {
        description: 'The local parts that are taken, in lower case.',
        default: ['redalert'],
        minItems: 1,
      }),
      domains: texts('The domains that are taken; any, when none is named.', '^[a-z0-9.-]+$'),
      tls_cert: Type.Optional(file('A certificate chain (PEM), which turns STARTTLS on.')),
      tls_key: Type.Optional(file('Its key (PEM).')),
      trusted_relays: texts(
        'Networks of mail servers that say by XFORWARD where a message came from.',
      ),
      max_message_mb: whole('How much one message may hold.', 25, 1024),
      max_memory_mb: whole(
        'How much all messages together may hold that are on their way in.',
        256,
        65_536,
      ),
      max_message_seconds: whole('How long one message may take to come.', 600, 86_400),
      max_clients: whole('How many may be connected at once.', 200, 100_000),
      per_minute: whole('How often one network may connect.', 60, 1_000_000),
      dns_servers: texts("Resolvers for DKIM and SPF; this machine's own, when none is named."),
    }),
    imap: extraTable('Fetching mail from a mailbox.', {
      host: Type.String({ description: 'The mail server.', minLength: 1 }),
      port: whole('Its port.', 993, 65_535),
      tls: Type.Boolean({
        description: 'TLS from the first byte; else STARTTLS where offered.',
        default: true,
      }),
      user: Type.String({ description: 'The name of the mailbox.', minLength: 1 }),
      password_file: Type.Optional(
        file('A file that holds the password; else REDALERT_IMAP_PASSWORD does.'),
      ),
      mailbox: Type.String({ description: 'The folder to empty.', default: 'INBOX' }),
      processed: Type.String({
        description: 'The folder for what was kept.',
        default: 'Processed',
      }),
      failed: Type.String({
        description: 'The folder for what never can be.',
        default: 'Failed',
      }),
      every_seconds: whole('How often to look when the server does not tell.', 60, 86_400),
    }),
    folder: table('Taking in from the folder `drop`.', {
      submitter: Type.String({
        description: 'Under whose name its files are kept; files in `drop/NAME` under NAME.',
        default: 'own',
        pattern: '^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$',
      }),
      every_seconds: whole('How often to look.', 5, 86_400),
      max_file_mb: whole('How much one file may hold.', 64, 1024),
    }),
    relay: extraTable('The mail server by which receipts are sent; without it none are.', {
      host: Type.String({ description: 'The mail server.', minLength: 1 }),
      port: whole('Its port.', 587, 65_535),
      tls: Type.Boolean({
        description: 'TLS from the first byte; else STARTTLS where offered.',
        default: false,
      }),
      user: Type.Optional(Type.String({ description: 'The name to log in with.', minLength: 1 })),
      password_file: Type.Optional(
        file('A file that holds the password; else REDALERT_RELAY_PASSWORD does.'),
      ),
      from: Type.String({ description: 'The sender of receipts.', pattern: mailAddress }),
      per_day: whole('How many receipts one address gets in 24 hours.', 24, 10_000),
    }),
    owners: table('Who answers for an address.', {
      lookup: Type.Boolean({
        description: 'Whether the registries may be asked; they then see the addresses.',
        default: false,
      }),
      own: texts('Your own networks, which are never told.'),
      never: texts('Files of networks that are not told, or only by a person; see docs/owners.md.'),
      overrides: texts('Files of whom you know better than the registries do.'),
      national_teams: texts('Files of the teams that are told where nobody else is known.'),
    }),
    store: table('What is kept.', {
      raw_days: whole('After so many days raw bodies give way to what they told.', 14, 3650),
    }),
    policy: policySchema,
    outbox: outboxSchema,
    log: table('What is logged, as JSON lines on the standard error.', {
      level: Type.Union(
        [Type.Literal('debug'), Type.Literal('info'), Type.Literal('warn'), Type.Literal('error')],
        { description: 'How much.', default: 'info' },
      ),
    }),
    trust: Type.Unsafe<StatedTrust>({
      ...trustSchema,
      description: 'Whom to believe, and how far; docs/trust.md says what follows.',
      default: {},
    }),
  },
  { additionalProperties: false },
)

/** What `redalert.toml` says, with the standard in place of what it does not. */
export type Config = Omit<StatedConfig, 'trust'> & { readonly trust: TrustPolicy }

/** The same, with the rule of trust as it is stated. */
export type StatedConfig = Static<typeof configSchema>
