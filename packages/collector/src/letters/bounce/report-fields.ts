/** The fields of one paragraph of a report, by name in lower case. */
export type ReportFields = ReadonlyMap<string, string>

const mostText = 64 * 1024
const mostGroups = 100

/** Reads `Name: value` lines in paragraphs, as delivery reports (RFC 3464) and feedback reports (RFC 5965) are written. */
export function reportFields(text: string): readonly ReportFields[] {
  const groups: Map<string, string>[] = []
  let group: Map<string, string> | undefined
  let last: string | undefined
  for (const line of text.slice(0, mostText).split('\n')) {
    if (line.trim() === '') {
      group = undefined
      continue
    }
    if ((line.startsWith(' ') || line.startsWith('\t')) && group && last !== undefined) {
      group.set(last, `${group.get(last) ?? ''} ${line.trim()}`)
      continue
    }
    const colon = line.indexOf(':')
    const name = line.slice(0, Math.max(colon, 0)).trim().toLowerCase()
    if (name === '' || name.length > 64 || name.includes(' ')) continue
    // Some leave out the blank line between two recipients.
    if (!group || (name === 'final-recipient' && group.has(name))) {
      if (groups.length >= mostGroups) break
      group = new Map()
      groups.push(group)
    }
    last = name
    if (!group.has(name)) group.set(name, line.slice(colon + 1).trim())
  }
  return groups
}
