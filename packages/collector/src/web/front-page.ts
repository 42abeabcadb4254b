import type { FastifyInstance } from 'fastify'

/** What the front page tells: how this collector is reached. */
export type FrontPage = {
  /** `https://collector.example.org`, when it is known. */
  readonly address: () => string | undefined
  /** `redalert@example.org`, when mail is taken. */
  readonly mailbox: string | undefined
}

/** Adds `/`: what this is, and how to tell it something. Plain text, which every browser and every script shows. */
export function frontPage(server: FastifyInstance, page: FrontPage): void {
  server.get('/', async (_request, reply) =>
    reply.type('text/plain; charset=utf-8').send(`${textOf(page).join('\n')}\n`),
  )
}

function textOf({ address, mailbox }: FrontPage): readonly string[] {
  const here = address()
  const url = here ?? 'https://THIS-ADDRESS'
  return [
    'This collector takes in what the logs of web servers show of infected machines, so that their',
    'owners can be told. Nobody is accused by one report, and there is no public list of machines.',
    '',
    'By hand, the lines as they stand:',
    `    curl --data-binary @access.log ${url}/api/v1/submissions`,
    ...(mailbox === undefined
      ? []
      : [
          '',
          'By mail, the lines as plain text, with their format (APACHE, IIS, NGINX ...) as the subject:',
          `    ${mailbox}`,
        ]),
    ...(here === undefined
      ? []
      : [
          '',
          'With the scanner, which finds the lines, takes out what is private, and shows what would leave:',
          `    curl -O ${url}/redalert.mjs`,
          '    node redalert.mjs submit --dry-run /var/log/apache2',
        ]),
    '',
    'The answer is a receipt that says what became of each line.',
  ]
}
