import type { AppealLanguage } from '../appeal-language.ts'

export const en: AppealLanguage = {
  tag: 'en',
  title: ({ names, from, until }) => `Web server logs of ${from} to ${until} wanted: ${names}`,
  text: ({
    names,
    collector,
    from,
    until,
    deadline,
    to,
  }) => `${collector} asks everybody who runs a web server for help. Machines infected with ${names} knock at every door, and your log of ${from} to ${until} (UTC) holds the addresses of those that knocked at yours. From the logs of many we find whose they are, and tell their owners.

What leaves your house: only the lines that such a machine made, and how many lines you read in each hour. Everything else in your log stays with you. Your program shows it before it sends anything. A log in which there is nothing helps as well.

Answer until ${deadline}, to ${to.join(' or ')}.`,
}
