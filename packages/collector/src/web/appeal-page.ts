import type { Appeal, AppealText } from '@redalert/core'
import type { AppealProgress } from '../appeal/appeal-progress.ts'
import { type Html, html } from './html.ts'

/** The looks of the page; the policy of what it may load names this text by its hash. */
export const pageStyle =
  'body{max-width:46rem;margin:2rem auto;padding:0 1rem;font:1rem/1.5 system-ui,sans-serif;color:#222;background:#fff}pre{overflow-x:auto;padding:.7rem;background:#f2f2f2}table{border-collapse:collapse}th,td{padding:.15rem .8rem .15rem 0;text-align:right;font-weight:normal}th:first-child{text-align:left}thead th{font-weight:bold}code{overflow-wrap:anywhere}@media(prefers-color-scheme:dark){body{color:#ddd;background:#1b1b1b}pre{background:#2a2a2a}a{color:#8bf}}'

/** The element is one piece, for its text must be what the hash is of, to the byte. */
const style: Html = { html: `<style>${pageStyle}</style>` }

/** An appeal as a page for everybody: what is asked, how to answer, and how it goes. It needs no script. */
export function appealPage(
  appeal: Appeal,
  progress: AppealProgress,
  { address, isOver }: { readonly address: string | undefined; readonly isOver: boolean },
): string {
  const [first, ...others] = ordered(appeal.texts)
  const here = `${address ?? 'https://collector.example.org'}/appeals/${appeal.id}`
  const page = html`<!doctype html>
    <html lang="${first?.language ?? 'en'}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${first?.title ?? appeal.id}</title>
        ${style}
      </head>
      <body>
        <main>
          ${
            first
              ? html`<h1>${first.title}</h1>
                  ${paragraphs(first)}`
              : html``
          }
          ${isOver ? html`<p><strong>This appeal is over: it ended at ${appeal.deadline}.</strong></p>` : howTo(here, address)}
          <h2>So far</h2>
          ${progressOf(progress)}
          ${others.map(
            each =>
              html`<section lang="${each.language}">
                <h2>${each.title}</h2>
                ${paragraphs(each)}
              </section> `,
          )}
          <h2>Is it genuine?</h2>
          <p>
            It is by ${appeal.collector}, ${appeal.contact}, and signed with the key
            <code>${appeal.key}</code>. The program checks the signature before it does anything.
            <a href="/appeals/${appeal.id}.json">The appeal as it is signed</a>
          </p>
        </main>
      </body>
    </html> `
  return page.html
}

/** English first, for it is always there. */
function ordered(texts: readonly AppealText[]): readonly AppealText[] {
  const isEnglish = ({ language }: AppealText) => language === 'en'
  return [...texts.filter(isEnglish), ...texts.filter(each => !isEnglish(each))]
}

function paragraphs({ text }: AppealText): readonly Html[] {
  return text.split(/\n{2,}/).map(paragraph => html`<p>${paragraph}</p> `)
}

function howTo(here: string, address: string | undefined): Html {
  const program = address === undefined ? 'redalert' : 'node redalert.mjs'
  const fetching = address === undefined ? '' : `curl -fO ${address}/redalert.mjs\n`
  return html`<h2>How to answer</h2>
    <p>It needs Node 20 or later. It shows what would leave, and asks, before it sends anything.</p>
    <pre>${fetching}${program} answer ${here} /var/log/apache2</pre> `
}

function progressOf({ submitters, sensors, lines, hours, thanks }: AppealProgress): Html {
  if (submitters === 0) return html`<p>Nobody has answered yet.</p>`
  const days = [...Map.groupBy(hours, ({ hour }) => hour.slice(0, 10))].map(([day, own]) => {
    const most = Math.max(...own.map(each => each.sensors))
    const read = own.filter(each => each.sensors > 0).length
    return html`<tr>
      <th scope="row">${day}</th>
      <td>${most}</td>
      <td>${read} of ${own.length}</td>
      <td>${own.reduce((sum, each) => sum + each.lines, 0)}</td>
    </tr> `
  })
  return html`<p>
      ${submitters} ${submitters === 1 ? 'person' : 'people'} answered for ${sensors}
      ${sensors === 1 ? 'server' : 'servers'}, with ${lines} lines of log.
    </p>
    <table>
      <thead>
        <tr>
          <th scope="col">day (UTC)</th>
          <th scope="col">servers at once</th>
          <th scope="col">hours seen by any</th>
          <th scope="col">lines</th>
        </tr>
      </thead>
      <tbody>
        ${days}
      </tbody>
    </table>
    ${thanks.length === 0 ? html`<p>Thank you.</p>` : html`<p>Thank you: ${thanks.join(', ')}.</p>`}`
}
