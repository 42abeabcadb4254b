import { type Static, Type } from 'typebox'

const count = (description: string, standard: number) =>
  Type.Integer({ description, minimum: 0, maximum: 1_000_000, default: standard })
const text = (description: string, pattern = '.') =>
  Type.Optional(Type.String({ description, pattern }))
const share = (description: string, standard: number) =>
  Type.Number({ description, minimum: 0, maximum: 1, default: standard })

/** The table `[outbox]`: what may leave, and what stops it. */
export const outboxSchema = Type.Object(
  {
    mode: Type.Union([Type.Literal('dry-run'), Type.Literal('live')], {
      description: '`dry-run`: letters are made and shown, and none leaves; `live`: they leave.',
      default: 'dry-run',
    }),
    plan_minutes: Type.Integer({
      description: 'While the collector runs, the letters that are due are made so often.',
      minimum: 1,
      maximum: 1440,
      default: 10,
    }),
    organisation: text(
      'Who writes: the name by which owners shall know you. Without it no letter is made.',
    ),
    website: text('Where they can see who you are.', '^https://'),
    dkim_domain: text(
      'The domain for which letters are signed (DKIM); none leaves unsigned.',
      '^[A-Za-z0-9.-]+$',
    ),
    dkim_rsa_selector: text('The selector of the RSA key.', '^[A-Za-z0-9._-]+$'),
    dkim_rsa_key: text('The file of the RSA key (PEM), at least 2048 bits.'),
    dkim_ed25519_selector: text(
      'The selector of an Ed25519 key, which signs beside it.',
      '^[A-Za-z0-9._-]+$',
    ),
    dkim_ed25519_key: text('The file of the Ed25519 key (PEM).'),
    first_approved: count('A person sees so many letters before any leaves by itself.', 25),
    address_day: count('So many letters one mailbox gets in 24 hours at most,', 1),
    address_week: count('and so many in seven days.', 3),
    domain_hour: count('So many all mailboxes of one domain get in an hour.', 20),
    start_hour: count(
      'So many leave in an hour on the first day; twice as many on each good day.',
      50,
    ),
    most_hour: count('So many leave in an hour at most.', 2000),
    good_bounces: share('A day is good while no larger share bounces than this,', 0.05),
    good_complaints: share('and no larger share is complained of.', 0.001),
    stop_complaints: share('A larger share of complaints in a week stops everything.', 0.003),
    stop_bounces: share('So does a larger share of bounces among the last hundred letters;', 0.1),
    stop_wrong: count('so many who say within 24 hours that we are wrong;', 3),
    stop_submitter: share(
      'one submitter whose word decides a larger share of the cases of 24 hours,',
      0.2,
    ),
    stop_cases: count('once these are so many.', 20),
  },
  { description: 'What may leave.', additionalProperties: false, default: {} },
)

/** What may leave, and what stops it. */
export type OutboxLimits = Static<typeof outboxSchema>
