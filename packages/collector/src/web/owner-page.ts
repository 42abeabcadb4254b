import { type PageTexts, type PageWord, pageWords } from '@redalert/notices'
import { type Html, html } from './html.ts'
import type { OwnerView, ViewedHost } from './owner-view.ts'

/** The looks of the page; the policy of what it may load names this text by its hash. */
export const ownerStyle =
  'body{max-width:64rem;margin:2rem auto;padding:0 1rem;font:1rem/1.5 system-ui,sans-serif;color:#222;background:#fff}table{border-collapse:collapse;width:100%}th,td{padding:.3rem .8rem .3rem 0;text-align:left;vertical-align:top;font-weight:normal;border-bottom:1px solid #ccc}thead th{font-weight:bold}pre{white-space:pre-wrap;overflow-wrap:anywhere;padding:.7rem;background:#f2f2f2}dl{display:grid;grid-template-columns:max-content 1fr;gap:.6rem 1rem}dt,dd{margin:0}button{font:inherit;padding:.4rem .8rem;color:#fff;background:#1d4f8c;border:0;border-radius:.2rem}input{width:1.2rem;height:1.2rem}@media print{form dl,td:first-child,thead th:first-child{display:none}body{margin:0}}@media(max-width:40rem){dl{grid-template-columns:1fr}}'

/** The element is one piece, for its text must be what the hash is of, to the byte. */
const style: Html = { html: `<style>${ownerStyle}</style>` }

/** What an owner is shown: the machines, the evidence, and one form to answer. It needs no script. */
export function ownerPage(view: OwnerView): string {
  const { language, hosts, caseName } = view
  const texts = language.page
  const page = html`<!doctype html>
    <html lang="${language.tag}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex, nofollow" />
        <title>${texts.title(caseName)}</title>
        ${style}
      </head>
      <body>
        <main>
          <h1>${texts.title(caseName)}</h1>
          <p>${texts.intro(view.organisation)}</p>
          ${view.isStopped ? html`<p><strong>${texts.stopped}</strong></p>` : html``}
          ${hosts.length === 0 ? html`<p>${texts.none}</p>` : machines(view, texts)}
          <p>${texts.secret}</p>
        </main>
      </body>
    </html> `
  return page.html
}

function machines({ hosts, peaceDays }: OwnerView, texts: PageTexts): Html {
  const { columns } = texts
  return html`<form method="post">
      <h2>${texts.machines}</h2>
      <table>
        <thead>
          <tr>
            <th scope="col">${columns.chosen}</th>
            <th scope="col">${columns.address}</th>
            <th scope="col">${columns.family}</th>
            <th scope="col">${columns.state}</th>
            <th scope="col">${columns.first}</th>
            <th scope="col">${columns.last}</th>
            <th scope="col">${columns.requests}</th>
          </tr>
        </thead>
        <tbody>
          ${hosts.map(host => row(host, texts))}
        </tbody>
      </table>
      <h2>${texts.answer}</h2>
      <p>${texts.allMeant}</p>
      <dl>
        ${pageWords.map(
          word =>
            html`<dt><button name="say" value="${word}">${texts.words[word]}</button></dt>
              <dd>${explained(word, texts, peaceDays)}</dd> `,
        )}
      </dl>
    </form>
    <h2>${texts.evidence}</h2>
    <p>${texts.redacted}</p>
    ${hosts.map(evidence)}`
}

function explained(word: PageWord, texts: PageTexts, peaceDays: number): string {
  return word === 'acknowledge' ? texts.explained.acknowledge(peaceDays) : texts.explained[word]
}

function row(host: ViewedHost, { columns, state }: PageTexts): Html {
  return html`<tr>
    <td>
      <input
        type="checkbox"
        name="about"
        value="${host.source}"
        aria-label="${columns.chosen} ${host.source} ${host.family}"
      />
    </td>
    <th scope="row">${host.source}</th>
    <td>${host.family}</td>
    <td>${state[host.state]}</td>
    <td>${host.first}</td>
    <td>${host.last}</td>
    <td>${host.requests}</td>
  </tr> `
}

/** The element is one piece, for what stands in it keeps its spaces. */
function evidence({ source, family, evidence: lines }: ViewedHost): Html {
  if (lines.length === 0) return html``
  return html`<h3>${source}, ${family}</h3>
    <pre>${lines.join('\n')}</pre> `
}
