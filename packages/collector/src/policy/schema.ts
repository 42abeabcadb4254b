import { type Static, Type } from 'typebox'

const place = '^([A-Z]{2}|AS[0-9]{1,10}|[0-9a-fA-F.:]+/[0-9]{1,3})$'
const places = (description: string) =>
  Type.Array(Type.String({ pattern: place }), { description, default: [] })
const hours = (description: string, standard: number) =>
  Type.Integer({ description, minimum: 0, maximum: 24 * 365, default: standard })
const days = (description: string, standard: number) =>
  Type.Integer({ description, minimum: 1, maximum: 365, default: standard })
const yes = (description: string, standard: boolean) =>
  Type.Boolean({ description, default: standard })

/** The table `[policy]`: whom to tell of what, and when. A place is a country (`NL`), a network (`192.0.2.0/24`) or `AS64500`. */
export const policySchema = Type.Object(
  {
    constituency: places('The places that are ours to tell; none: everybody is.'),
    foreign: Type.Union([Type.Literal('via-cert'), Type.Literal('tell'), Type.Literal('hold')], {
      description:
        "What is done about all others: tell their country's team, tell them all the same, or leave it to a person.",
      default: 'via-cert',
    }),
    never: places('Places whose owners are never told.'),
    hold: places('Places about which a person decides, letter by letter.'),
    via_cert: places("Places of which the country's team is told, and not the owner."),
    hostile: places('Places whose owners are in it themselves: the holder above is told at once.'),
    settle_hours: hours('A first letter waits so long for more hosts of the same owner,', 1),
    settle_most_hours: hours('but never longer than this.', 24),
    more_hours: hours('A contact gets no second letter within so many hours.', 72),
    cert_hours: hours("A country's team gets none within so many.", 24),
    remind_days: days('After so many days of new evidence an owner is reminded, once.', 5),
    above_days: days('So many days after the first letter the holder above is told.', 12),
    country_days: days("So many days after that the country's team is.", 10),
    rounds: Type.Integer({
      description: 'After so many relapses of a host a person decides.',
      minimum: 1,
      maximum: 20,
      default: 3,
    }),
    notice_hours: hours('What is seen so long after a letter goes on in spite of it.', 48),
    claim_hours: hours('What is seen so long after a claim belies it.', 6),
    fresh_days: days('What was not seen for so many days is not told any more.', 30),
    tenancy_days: days('After so long a silence an address may be another machine.', 30),
    peace_days: days(
      'Whoever answers in words gets no letter for so many days, unless a person is done with it first.',
      14,
    ),
    open_from: Type.Integer({
      description: 'No letter leaves before this hour of the day at its reader,',
      minimum: 0,
      maximum: 23,
      default: 7,
    }),
    open_until: Type.Integer({
      description: 'nor after this one.',
      minimum: 1,
      maximum: 24,
      default: 22,
    }),
    business_days: Type.Array(
      Type.Union([
        Type.Literal('mon'),
        Type.Literal('tue'),
        Type.Literal('wed'),
        Type.Literal('thu'),
        Type.Literal('fri'),
        Type.Literal('sat'),
        Type.Literal('sun'),
      ]),
      {
        description:
          'The days on which reminders go out, and letters to others than the owner; a first letter goes on any.',
        default: ['mon', 'tue', 'wed', 'thu', 'fri'],
        minItems: 1,
      },
    ),
    escalate_opted_out: yes('Whether others are told of an owner who wants no mail.', false),
    approve_above: yes('Whether a person sees each letter to a holder above first.', true),
    approve_country: yes("Whether a person sees each letter to a country's team first.", true),
  },
  { description: 'Whom to tell, and when.', additionalProperties: false, default: {} },
)

/** Whom to tell of what, and when. */
export type Policy = Static<typeof policySchema>
