import { type PageTexts, type PageWord, pageWords } from '@redalert/notices'
import { type Html, html } from './html.ts'
import { notePage } from './note-page.ts'
import type { MachinesView, OwnerView, ViewedHost } from './owner-view.ts'
import { pageFrame } from './page-frame.ts'
import { settingsSection } from './settings-section.ts'

/** What the reader of a mail is shown. It needs no script. */
export function ownerPage(view: OwnerView): string {
  if (view.kind !== 'machines') return notePage(view)
  const { language, caseName, hosts, settings } = view
  const texts = language.page
  return pageFrame(language.tag, texts.title(caseName), [
    html`<p>${texts.intro(view.organisation)}</p> `,
    view.isStopped ? html`<p><strong>${texts.stopped}</strong></p> ` : html``,
    hosts.length === 0 ? html`<p>${texts.none}</p> ` : machines(view, texts),
    settingsSection(settings, texts),
    html`<p>${texts.secret}</p> `,
  ])
}

function machines({ hosts, peaceDays }: MachinesView, texts: PageTexts): Html {
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

function row(host: ViewedHost, { columns, state, pool }: PageTexts): Html {
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
    <td>${state[host.state]}${host.isPool ? html`; ${pool}` : html``}</td>
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
