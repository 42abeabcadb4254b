import type { Appeal } from '@redalert/core'
import { safeText } from '../safe-text.ts'

/** An appeal for the person who made it: the first line says which, the others what it says. */
export function appealLines(appeal: Appeal): readonly string[] {
  const { id, from, until, deadline, families, signatures, to, collector, contact, key, texts } =
    appeal
  const where = [to.url, to.mail].filter(each => each !== null).join(' and ')
  const brought = signatures.map(family => `${safeText(family.id)} (new)`)
  return [
    `${id}  ${[...families, ...brought].join(', ')}  logs of ${from} until ${until}, answers until ${deadline}`,
    `  by ${safeText(collector)}, ${safeText(contact)}; answers to ${where}`,
    `  signed with the key ${key}`,
    ...texts.flatMap(({ language, title, text }) => [
      '',
      `  ${language}: ${safeText(title)}`,
      ...text.split('\n').map(line => `    ${safeText(line)}`),
    ]),
  ]
}
