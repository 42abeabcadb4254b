import type { Grade } from '../model/sighting.ts'
import type { Hole, Signature } from './signature.ts'
import { surest } from './surest.ts'

/** The families as a page for people to read: what each is, what a log can show of it, and what the owner of a machine should do. */
export function familiesMarkdown(signatures: readonly Signature[]): string {
  const sections = [heading(signatures), table(signatures), ...signatures.map(section)]
  return `${sections.join('\n\n')}\n`
}

const most: Readonly<Record<Grade, string>> = {
  infected: 'that the sender is infected',
  likely: 'that the sender is likely infected',
  probe: 'that the sender looked',
}

function heading(signatures: readonly Signature[]): string {
  const count = (grade: Grade) => signatures.filter(signature => surest(signature) === grade).length
  return [
    '# Families',
    '',
    `redalert knows ${signatures.length} families. A log can show at most`,
    '',
    ...Object.entries(most).map(([grade, what]) => `- ${what}: ${count(grade as Grade)} of them`),
  ].join('\n')
}

function table(signatures: readonly Signature[]): string {
  const rows = signatures.map(signature => [
    `[${signature.id}](#${signature.id})`,
    plain(signature.name),
    signature.class,
    plain(signature.years),
    plain(signature.hole.id),
    signature.hole.kev ?? '',
    surest(signature),
  ])
  return [
    ['id', 'name', 'class', 'years', 'hole', 'in KEV since', 'at most'],
    ['---', '---', '---', '---', '---', '---', '---'],
    ...rows,
  ]
    .map(cells => `| ${cells.join(' | ')} |`)
    .join('\n')
}

function section(signature: Signature): string {
  const { id, name, aliases, calendar, devices, log, advice, proves, references } = signature
  const called = aliases.length > 0 ? `, also called ${plain(aliases.join(', '))}` : ''
  return [
    `## ${id}`,
    '',
    `**${plain(name)}**${called}. ${classes[signature.class]}`,
    '',
    `- Hole: ${plain(holeText(signature.hole))}`,
    `- Machines: ${plain(devices)}`,
    `- Calendar: ${plain(calendar)}`,
    `- A log shows: ${plain(log.shows)}`,
    `- It hides: ${plain(log.hides)}`,
    `- At most it shows ${most[surest(signature)]}:`,
    ...(surest(signature) === proves[0]?.grade ? [] : [ownPayload]),
    ...proves.map(
      ({ grade, because }) => `  - ${grade}: ${plain(because.replace('{count}', '…'))}`,
    ),
    `- To clean: ${plain(advice.clean)}`,
    `- To patch: ${plain(advice.patch)}`,
    `- Read: ${references.map(address => `<${address}>`).join(', ')}`,
  ].join('\n')
}

const ownPayload = '  - infected: it told its victim to fetch the program from itself'

const classes: Readonly<Record<Signature['class'], string>> = {
  worm: 'A worm: it spreads by itself.',
  bot: 'A bot: it spreads by itself, and scanners send the same.',
  scanner: 'Mostly sent by those who look.',
}

function holeText({ id, also = [], name, kev, advisories }: Hole): string {
  const ids = [id, ...also].join(', ')
  const told = advisories.length > 0 ? `; ${advisories.join(', ')}` : ''
  const known = kev === undefined ? '' : `; in CISA's list of exploited holes since ${kev}`
  return `${ids}: ${name}${told}${known}`
}

/** Text in which nothing is a table, a tag or another line. */
function plain(text: string): string {
  return text
    .replaceAll(/[\r\n]+/g, ' ')
    .replaceAll('|', '\\|')
    .replaceAll('<', '&lt;')
}
