import { ownerFault } from '../fault.ts'
import { parseMailbox } from '../model/mailbox.ts'
import { listLines } from '../never/list-lines.ts'
import type { CertTable, CertTeam } from './cert-table.ts'

/**
 * Reads an operator's table of national teams: two letters, a mailbox, how (`language=`, `format=`), and a name.
 * `NL cert@example.org language=nl Example team`
 */
export function readCertTable(text: string, file: string): CertTable {
  const table = new Map<string, CertTeam>()
  for (const { number, words } of listLines(text)) {
    const wrong = (what: string) => ownerFault('bad-list', `${file}, line ${number}: ${what}`)
    const [letters = '', mail = '', ...rest] = words
    const country = letters.toUpperCase()
    const mailbox = parseMailbox(mail)
    if (!/^[A-Z]{2}$/.test(country)) throw wrong(`${letters} is no country in two letters`)
    if (!mailbox) throw wrong(`${mail || 'nothing'} is no mailbox`)
    if (table.has(country)) throw wrong(`${country} has two teams: a country has one`)
    const setting = (name: string) =>
      rest.find(word => word.startsWith(`${name}=`))?.slice(name.length + 1)
    const [language, format] = [setting('language'), setting('format')]
    const name = rest.filter(word => !/^(?:language|format)=/.test(word)).join(' ')
    table.set(country, {
      mailbox,
      name: name || mailbox,
      ...(language && { language }),
      ...(format && { format }),
    })
  }
  return table
}
