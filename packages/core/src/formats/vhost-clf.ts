import { clfTail, writeClfTail } from './clf.ts'
import { readClfTime } from './clf-time.ts'
import { literal, upTo } from './cut.ts'
import { lineFormat } from './line-format.ts'
import { writtenClient, writtenField } from './written.ts'

/** The common log format with the virtual host before it, as Apache's `vhost_combined` has it. */
export const vhostClf = lineFormat({
  name: 'vhost-clf',
  aliases: ['vhost', 'vhost-combined', 'vhost_combined'],
  clock: 'offset',
  escapes: 'slashes',
  cuts: [literal('"', { optional: true }), upTo(' ', 'host'), upTo(' ', 'source'), ...clfTail],
  readStamp: readClfTime,
  write: entry => `${writtenField(entry.host)} ${writtenClient(entry)} ${writeClfTail(entry)}`,
  samples: [
    {
      line: 'website.com:443 1.2.3.4 - - [25/Oct/2021:11:05:52 +0200] "GET /web/.well-known HTTP/1.1" 403 6963 "abc.com" "User-agent-string"',
      entry: {
        source: '1.2.3.4',
        host: 'website.com:443',
        at: '2021-10-25T09:05:52Z',
        referer: 'abc.com',
        userAgent: 'User-agent-string',
      },
      from: 'crowdsecurity/hub (MIT)',
    },
    {
      line: 'localhost:443 178.20.184.42 1j0vhgd jsmith [26/Jul/2023:00:01:26 -0700] "GET /secure/RapidBoard.jspa?rapidView=1295 HTTP/2.0" 200 17163 "-" "Mozilla/5.0" 116075',
      entry: { source: '178.20.184.42', host: 'localhost:443', at: '2023-07-26T07:01:26Z' },
      from: 'tstack/lnav (BSD)',
    },
    {
      line: 'www.example.org dialup-7.example.net - - [19/Jul/2001:16:08:55 +0200] "GET / HTTP/1.0" 200 5',
      entry: { source: 'dialup-7.example.net', host: 'www.example.org' },
    },
  ],
})
