import { type Html, html } from './html.ts'
import type { ConfirmView, OwnerView } from './owner-view.ts'
import { pageFrame } from './page-frame.ts'

/** The page of a mail that is no letter: to confirm what it asks, or to get no more of them. */
export function notePage(view: Exclude<OwnerView, { readonly kind: 'machines' }>): string {
  if (view.kind === 'confirm') return confirmPage(view)
  const title = 'Weekly mail about the machines you told of'
  const intro = `${view.organisation} mails you once a week what became of them, when anything did.`
  return pageFrame('en', title, [
    html`<p>${intro}</p> `,
    view.isStopped
      ? html`<p>You get none any more.</p> `
      : button('stop', 'No more of these mails'),
  ])
}

function confirmPage({ language, organisation, caseName, state }: ConfirmView): string {
  const texts = language.page.confirm
  const intro = html`<p>${texts.intro(organisation, caseName)}</p> `
  const stop = button('stop', texts.stop)
  const shown = {
    asked: [intro, button('confirm', texts.confirm), stop],
    done: [html`<p>${texts.done}</p> `, stop],
    over: [html`<p>${texts.over}</p> `, stop],
    stopped: [html`<p>${texts.stopped}</p> `],
  }
  return pageFrame(language.tag, texts.title, shown[state])
}

function button(word: string, text: string): Html {
  return html`<form method="post">
    <p><button name="say" value="${word}">${text}</button></p>
  </form> `
}
