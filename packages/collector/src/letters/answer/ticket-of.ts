/** The number that a desk gave our mail, spelled so that its own program knows it again in a subject; undefined when there is none. */
export function ticketOf(
  subject: string,
  {
    ours,
    headers,
    text,
  }: {
    /** Whether a text is the name of a case of ours, which answers repeat. */
    readonly ours: (text: string) => boolean
    readonly headers: ReadonlyMap<string, readonly string[]>
    readonly text: string
  },
): string | undefined {
  const [rtTicket] = headers.get('rt-ticket') ?? []
  if (rtTicket !== undefined && /^[\w. -]{1,40} #\d{1,12}$/.test(rtTicket)) return `[${rtTicket}]`
  return bracketed(subject, ours) ?? named(subject) ?? named(text.slice(0, longestText))
}

const longestText = 3000

/** `[Ticket#2026112510000012]`, `[example.org #123]`, `[#123]`, `[ABUSE-123]`, `##123##` */
function bracketed(subject: string, ours: (text: string) => boolean): string | undefined {
  for (const [whole, open, inside = ''] of subject.slice(0, 1000).matchAll(bracket)) {
    if (open === undefined && inside === '') return whole
    if (ours(inside) || inside.startsWith('TLP:') || !/\d{2}/.test(inside)) continue
    if (isNumber(inside)) return whole
  }
  return undefined
}

const bracket = /([[(])([A-Za-z0-9][\w .:#/-]{1,58}|#\d{1,20})[\])]|##-? ?\d{2,20} ?-?##/g

function isNumber(inside: string): boolean {
  if (inside.includes('#')) return true
  if (/^[A-Z][A-Z0-9]{1,15}-\d{1,12}$/.test(inside) || /^(?:INC|REQ|CS|SR)\d{4,15}$/.test(inside))
    return true
  return /^(?:ticket|case|request|incident|vorgang|ref|report|abuse)[ :.-]/i.test(inside)
}

/** `Ticket 12345`, `Vorgangsnummer: 12345`, `your ticket number is ABC-12345` */
function named(text: string): string | undefined {
  const [, number] =
    /\b(?:ticket|case|request|incident|reference|vorgangs?|zaak|melding|kenmerk)(?:-| )?(?:number|nummer|id|no\.?|nr\.?)?(?: (?:is|ist|lautet|luidt))?[ :#]{1,3}([A-Z]{0,10}[#-]?\d[\dA-Z.-]{2,24})\b/i.exec(
      text,
    ) ?? []
  return number
}
